import { spawnSync } from 'child_process';
import { writeFileSync } from 'fs';
import { dirname, join, resolve } from 'path';
import { exitCode, Run } from './result';
import { updateGuide as updateClusterGuide } from '../../scripts/cluster-table';
import { updateGuide as updateSystemsGuide } from '../../scripts/systems-table';
import { CLUSTER_VERSIONS, ClusterVersion } from '../build/programs';

const FOLDER = resolve(__dirname, '..', '..', 'docs', 'measured');

/** Whether a file is one of those that the tables are written from. */
export function isMeasured(file: string): boolean {
  return dirname(resolve(file)) === FOLDER;
}

/** The commit of a checkout, `-dirty` behind it where files differ from that; undefined where there is no git. */
export function commitOf(folder = __dirname): string | undefined {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--exclude=*', '--abbrev=12', '--dirty'], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** A run in two: small pods of this library, and real systems. */
export function bySystem(run: Run): { readonly cluster: Run; readonly systems: Run } {
  const part = (real: boolean): Run => ({ ...run, results: run.results.filter(({ system }) => (system !== undefined) === real) });
  return { cluster: part(false), systems: part(true) };
}

/** A run as a file holds it. */
export function asText(run: Run): string {
  return `${JSON.stringify(run, undefined, 2)}\n`;
}

/**
 * Writes a run of all scenarios into this checkout: docs/measured, and the tables of the guides.
 *
 * @param version of the cluster; a later one than the usual has one file for all that it shows
 * @throws if a scenario has failed: what was written before stays
 */
export function writeTables(run: Run, version: ClusterVersion): void {
  if (exitCode(run.results) !== 0) throw new Error('docs/measured stays as it was: only a run in which every scenario passed is written there');
  if (version !== CLUSTER_VERSIONS[0]) {
    writeFileSync(join(FOLDER, `cluster-${version}.json`), asText(run));
    updateClusterGuide(false);
    return;
  }
  const { cluster, systems } = bySystem(run);
  writeFileSync(join(FOLDER, 'cluster.json'), asText(cluster));
  writeFileSync(join(FOLDER, 'systems.json'), asText(systems));
  for (const update of [updateClusterGuide, updateSystemsGuide]) update(false);
}
