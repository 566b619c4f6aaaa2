/** What helm prints around the manifests with `--dry-run`. */
const HEADER = /^NAME: .*\r?\nLAST DEPLOYED: /m;
const NOTES = /^NOTES:[ \t]*\r?$/m;

/** The text without the notes for the reader that `helm install --dry-run` prints behind the last manifest. */
export function withoutNotes(text: string): string {
  const notes = text.startsWith('NAME:') || HEADER.test(text.slice(0, 4096)) ? NOTES.exec(text) : null;
  return notes === null ? text : text.slice(0, notes.index);
}
