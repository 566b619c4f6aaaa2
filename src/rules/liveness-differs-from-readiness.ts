import { map, shown } from './json';
import { HANDLERS, probesOf } from './probes';
import type { Json, Rule } from './rule';

export const livenessDiffersFromReadiness: Rule = {
  id: 'liveness-differs-from-readiness',
  severity: 'warning',
  title: 'the liveness probe asks something else than the readiness probe',
  source: 'kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes; kube-score pod-probes-identical',
  set: (set, report) => {
    for (const holder of set.containers) {
      const { livenessProbe, readinessProbe } = holder.container;
      if (probesOf(holder).filter(({ kind }) => kind !== 'startupProbe').length < 2) continue;
      const asked = canonical(handlers(livenessProbe));
      if (asked === '{}' || asked !== canonical(handlers(readinessProbe))) continue;
      report({
        object: set.object,
        path: [...holder.path, 'livenessProbe'],
        message: `livenessProbe of container ${shown(holder.container.name)} asks the same as its readinessProbe; `
          + 'when a member cannot serve for want of the others (no quorum, no leader) the kubelet restarts it, and soon all of them',
        fix: 'let liveness only ask whether the process answers at all, or leave livenessProbe out',
      });
    }
  },
};

function handlers(probe: Json): Json {
  return Object.fromEntries(HANDLERS.map((name) => [name, map(probe)[name]]).filter(([, handler]) => handler !== undefined && handler !== null));
}

/** JSON in which the order of keys does not count. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
}
