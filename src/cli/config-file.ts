import { existsSync } from 'fs';
import { dirname, join, relative } from 'path';

/** Name of the file of settings. */
const CONFIG_FILE = '.cdk8s-stateful.yaml';

/** The file of settings of a folder or the nearest one above it, relative to the folder; undefined where there is none. */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, CONFIG_FILE);
    if (existsSync(file)) return relative(folder, file);
    if (dirname(at) === at) return undefined;
  }
}
