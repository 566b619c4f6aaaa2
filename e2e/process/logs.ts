import { existsSync, readdirSync, rmSync, statSync } from 'fs';
import { join } from 'path';
import { cacheFolder } from '../build/go-binary';

/** So many runs can be looked at afterwards. */
const KEPT = 30;

/** Where logs outlive their runs, each in a folder of its own. */
export function logsFolder(): string {
  return join(cacheFolder(), 'logs');
}

/** Removes the logs of all runs but the last ones. */
export function pruneLogs(folder = logsFolder(), kept = KEPT): void {
  if (!existsSync(folder)) return;
  const ages = readdirSync(folder).map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of ages.sort((one, other) => other.time - one.time).slice(kept)) rmSync(path, { recursive: true, force: true });
}
