import { shown } from './json';
import { claimNames, mountsOf } from './mounts';
import { hasProbe } from './probes';
import type { Rule } from './rule';
import type { ContainerView } from './set-view';

export const readinessProbePresent: Rule = {
  id: 'readiness-probe-present',
  severity: 'warning',
  title: 'the containers that make a member ready have a readiness or startup probe',
  source: 'kubernetes v1.28.15 pkg/controller/statefulset/stateful_set_utils.go (isRunningAndReady)',
  set: (set, report) => {
    const claims = claimNames(set);
    const probed = (holder: ContainerView) => hasProbe(holder, 'readinessProbe') || hasProbe(holder, 'startupProbe');
    const main = set.containers.filter(({ init }) => !init);
    const open = main.filter((holder) => !probed(holder));
    // Beside a container that is probed or keeps the data, an exporter or a proxy does not decide.
    const keepers = open.filter((holder) => mountsOf(holder).some(({ name }) => claims.has(name)));
    for (const holder of keepers.length === 0 && open.length === main.length ? open.slice(0, 1) : keepers) {
      report({
        object: set.object,
        path: [...holder.path, 'readinessProbe'],
        message: `container ${shown(holder.container.name)} has no readiness probe, so it counts as ready once started; `
          + 'a rolling update takes the next member down before this one serves',
        fix: 'add a readinessProbe that succeeds once the member can serve',
      });
    }
  },
};
