import { unreadable } from './integer-fields';
import { shown } from './json';
import { labelKeysFault } from './label-keys';
import { type Rule, since } from './rule';
import { spreadConstraints } from './spread-terms';

const WHEN = ['ScheduleAnyway', 'DoNotSchedule'];
/** The minor version whose API server adds the values of keys to the selector (gate MatchLabelKeysInPodTopologySpreadSelectorMerge). */
const MERGED = 34;
const POLICIES = ['Honor', 'Ignore'];

export const spreadValid: Rule = {
  id: 'spread-valid',
  severity: 'error',
  title: 'a topology spread constraint has a key, a maxSkew from 1 on and its own pair of key and whenUnsatisfiable',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L7167 (validateTopologySpreadConstraints); run of v1.28.15',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const seen = new Set<string>();
    for (const { term, path } of spreadConstraints(set)) {
      const { maxSkew, topologyKey, whenUnsatisfiable, minDomains } = term;
      const refused = (field: string | undefined, message: string, fix: string, given?: unknown) =>
        report({ object: set.object, path: field ? [...path, field] : path, message: `${message}; the pod cannot be created`, fix, rejected: unreadable(given) });
      const positive = (value: unknown) => Number.isInteger(value) && (value as number) >= 1;
      if (!positive(maxSkew)) refused('maxSkew', `maxSkew is ${shown(maxSkew)}, no whole number from 1 on`, 'write maxSkew: 1', maxSkew);
      if (!topologyKey) refused('topologyKey', 'topologyKey is empty', 'write the node label to spread over, for example kubernetes.io/hostname');
      if (!WHEN.includes(whenUnsatisfiable)) {
        refused('whenUnsatisfiable', `whenUnsatisfiable is ${shown(whenUnsatisfiable)}`, `write ${WHEN.join(' or ')}`);
      }
      if (minDomains !== undefined && minDomains !== null) {
        if (!positive(minDomains)) {refused('minDomains', `minDomains is ${shown(minDomains)}, no whole number from 1 on`, 'write how many domains must exist, or leave it out', minDomains);} else if (whenUnsatisfiable !== 'DoNotSchedule') {
          refused('minDomains', `minDomains stands beside whenUnsatisfiable ${shown(whenUnsatisfiable)}`, 'write whenUnsatisfiable: DoNotSchedule, or leave minDomains out');
        }
      }
      for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy']) {
        if ((term[field] ?? undefined) !== undefined && !POLICIES.includes(term[field])) refused(field, `${field} is ${shown(term[field])}`, `write ${POLICIES.join(' or ')}`);
      }
      const keys = labelKeysFault(term, set.templateLabels, minor < MERGED);
      if (keys) report({ object: set.object, path: [...path, 'matchLabelKeys'], message: `${keys.message}; the pod cannot be created`, fix: keys.fix, rejected: keys.onlyPods ? false : undefined });
      const pair = JSON.stringify([topologyKey, whenUnsatisfiable]);
      if (seen.has(pair)) {
        refused(undefined, `a constraint with topologyKey ${shown(topologyKey)} and whenUnsatisfiable ${shown(whenUnsatisfiable)} is listed before`, 'merge the two, or remove one');
      }
      seen.add(pair);
    }
  },
};
