import { spawnSync } from 'child_process';

/** The libraries and the loader that a program asks for, by the path under which it asks; none for a static one. */
export function sharedLibraries(program: string): string[] {
  const { status, stdout, stderr, error } = spawnSync('ldd', [program], { encoding: 'utf8' });
  if (error) throw new Error(`ldd cannot be started: ${error.message}`);
  if (status !== 0 && /not a dynamic executable/.test(stderr)) return [];
  if (status !== 0) throw new Error(`ldd ${program}: ${stderr.trim()}`);
  return librariesIn(stdout, program);
}

/**
 * Reads what ldd prints.
 *
 * @throws if a library is not found
 */
export function librariesIn(output: string, program: string): string[] {
  const missing = /^\s*(\S+) => not found/m.exec(output);
  if (missing) throw new Error(`${program} needs ${missing[1]}, which this machine does not have`);
  return [...output.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)].map(([, path]) => path);
}
