import { Reading } from './kubectl';
import { documents } from '../../src/checker/documents';
import { Unreadable } from '../../src/checker/input-problem';
import { readDocument } from '../../src/checker/read-document';

/** The text as the checker reads it, up to the first thing that it refuses. */
export function ours(text: string): Reading {
  const found: unknown[] = [];
  for (const { text: document, problem } of documents(text)) {
    try {
      if (problem) throw new Unreadable(problem);
      const { value } = readDocument(document);
      if (value !== undefined && value !== null) found.push(value);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { documents: found, error: error.message };
    }
  }
  return { documents: found };
}
