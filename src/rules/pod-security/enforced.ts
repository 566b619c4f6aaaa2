import type { Level, Policy } from './check';
import { violations } from './violations';
import { map, shown, text } from '../json';
import type { Rule } from '../rule';
import type { SetView } from '../set-view';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const VERSION = `${ENFORCE}-version`;

/** What the Namespace of a set enforces, where it is rendered and enforces a level; a version above the server's is its own. */
export function policyOf(set: SetView, server: number): Policy | undefined {
  const labels = map(set.namespace === '' ? undefined : set.all.find('Namespace', '', set.namespace)?.metadata?.labels);
  const level = labels[ENFORCE];
  if (level !== 'baseline' && level !== 'restricted') return undefined;
  const pinned = /^v1\.([0-9]{1,3})$/.exec(text(labels[VERSION]) ?? '');
  return { level, server, version: Math.min(server, pinned ? Number(pinned[1]) : server) };
}

/** Tells what makes the pods of a set impossible where its Namespace enforces this level. */
export const enforced = (level: Level): NonNullable<Rule['set']> => (set, report, { minor }) => {
  const policy = policyOf(set, minor);
  if (policy?.level !== level) return;
  const found = violations(set, policy);
  if (found.length === 0) return;
  const version = policy.version === minor ? '' : ` of Kubernetes 1.${policy.version}`;
  const breaches = found.map((each) => `${each.check.reason} (${each.breaches.map((breach) => breach.text).join(', ')})`);
  report({
    object: set.object,
    path: found[0].breaches[0].path,
    message: `namespace ${shown(set.namespace)} enforces the ${level} standard${version}, which the pod template breaks: ${breaches.join('; ')}; `
      + 'the set is accepted and its pods cannot be created',
    fix: [...new Set(found.map(({ check }) => check.fix))].join('; '),
  });
};
