import { execFileSync } from 'child_process';

const LIMIT = 30_000;

/** The names that this CoreDNS knows as directives, asked of itself. */
export function knownDirectives(coreDns: string): ReadonlySet<string> {
  const list = execFileSync(coreDns, ['-plugins'], { encoding: 'utf8', timeout: LIMIT });
  const names = list.split('\n').filter((line) => line !== '');
  if (!names.includes('cache')) throw new Error(`CoreDNS tells no list of its plugins but ${JSON.stringify(list)}`);
  return new Set(names);
}
