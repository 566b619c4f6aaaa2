import { UsageError } from './usage-error';
import { DEFAULT_SETTINGS, PROVED_MINORS, catalogue, parseMinor } from '../checker';

/** The catalogue as text or JSON. */
export function listRules(format: string, version: string | undefined): string {
  const minor = version === undefined ? DEFAULT_SETTINGS.target.minor : parseMinor(version);
  if (minor === undefined) throw new UsageError(`--kubernetes-version ${version} is no version of Kubernetes from 1.27 on; write for example 1.31`);
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format} is neither text nor json`);
  const rules = catalogue(minor);
  if (format === 'json') return `${JSON.stringify({ kubernetesVersion: `1.${minor}`, rules }, undefined, 2)}\n`;
  const width = Math.max(...rules.map(({ id }) => id.length));
  const rows = rules.map(({ id, severity, title, rejected }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}${rejected ? ' *' : ''}`);
  return `${rows.join('\n')}\n\n${rules.length} rules; * is what the API server of 1.${minor} rejects by itself${reservation(minor)}\n`;
}

/** Said of a version whose API server nobody has asked. */
export function reservation(minor: number): string {
  const [first, last] = PROVED_MINORS;
  return minor < first || minor > last ? `, as far as is known of 1.${first} to 1.${last}` : '';
}
