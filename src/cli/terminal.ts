import { readFileSync } from 'fs';
import { Terminal } from './output';
import { writeAll } from '../private/files';

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The terminal of this process. A reader of its output that has seen enough is no error. */
export function processTerminal(): Terminal {
  const quiet = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  };
  process.stdout.on('error', quiet);
  process.stderr.on('error', quiet);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readFile: (path) => readFileSync(path, 'utf8'),
    readStdin,
    writeFiles: writeAll,
  };
}
