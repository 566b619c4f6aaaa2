import { nearest } from './acknowledgements';
import { ruleIds } from './rule-ids';
import { parseDomain, parseMinor } from '../rules/target';

/** The props of a ManifestChecker, and what each holds where it is said. */
const PROPS: ReadonlyMap<string, (value: unknown) => string | undefined> = new Map([
  ['kubernetesVersion', version],
  ['clusterDomain', domain],
  ['closedWorld', (value) => typeof value === 'boolean' ? undefined : 'is neither true nor false; write true or false'],
  ['disable', disable],
]);

/** What is wrong about props that may have been written in YAML or JavaScript, where no compiler reads them. */
export function propProblems(props: unknown): string[] {
  if (props === undefined || props === null) return [];
  if (typeof props !== 'object' || Array.isArray(props)) return [`${written(props)} are no properties; write ${[...PROPS.keys()].join(', ')} with a value each`];
  return Object.entries(props).flatMap(([name, value]) => {
    const problem = PROPS.get(name);
    if (!problem) return [`there is no property ${JSON.stringify(name)}${nearest(name, PROPS.keys())}; write any of ${[...PROPS.keys()].join(', ')}`];
    const told = value === undefined || value === null ? undefined : problem(value);
    return told === undefined ? [] : [`${name} ${told.startsWith('names ') ? '' : `${written(value)} `}${told}`];
  });
}

/** As JSON; what cannot be written so, as text. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return typeof value === 'bigint' ? `${value}n` : 'something that is no JSON';
  }
}

function version(value: unknown): string | undefined {
  return parseMinor(value) === undefined ? "is no version of Kubernetes from 1.27 on, so nobody knows what its API server accepts; write for example '1.31'" : undefined;
}

function domain(value: unknown): string | undefined {
  const known = typeof value === 'string' && parseDomain(value) !== undefined;
  const what = typeof value === 'string' ? 'is no domain, and no name under it can resolve' : 'is no text';
  return known ? undefined : `${what}; write it as the kubelet has it, for example cluster.local`;
}

function disable(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.some((id) => typeof id !== 'string')) return 'is no list of rule ids; write them in a list, for example [pdb-present]';
  const known = ruleIds();
  const unknown = value.filter((id) => !known.has(id));
  const twice = value.find((id, i) => value.indexOf(id) < i);
  if (unknown.length === 0 && twice !== undefined) return `names ${twice} twice: take one of the two out, or write the id that was meant`;
  return unknown.length > 0 ? `names ${unknown.join(', ')}: there is no such rule${nearest(unknown[0], known)}` : undefined;
}
