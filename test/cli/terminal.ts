import { run } from '../../src/cli/program';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly written: Readonly<Record<string, string>>;
}

/** Runs a command line with files and a standard input that exist in the test alone. */
export async function ran(line: string, files: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let [out, err] = ['', ''];
  const written: Record<string, string> = {};
  const status = await run(line.split(' ').filter((word) => word !== ''), {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    readFile: (path) => {
      if (!(path in files)) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      return files[path];
    },
    readStdin: async () => files['-'] ?? '',
    writeFiles: (folder, given) => given.map(({ fileName, text }) => {
      if (folder === 'forbidden') throw new Error('EACCES: permission denied');
      written[`${folder}/${fileName}`] = text;
      return `${folder}/${fileName}`;
    }),
  });
  return { status, out, err, written };
}
