import { map, shown } from './json';
import { ofPod, POD_RESOURCES } from './pod-resources';
import { isResourceOfContainer } from './resource-names';
import { amountOf, type Fault, holder } from './resource-pairs';
import { type Rule, since } from './rule';
import type { SetView } from './set-view';

export const resourcesValid: Rule = {
  id: 'resources-valid',
  severity: 'error',
  title: 'containers ask for resources that there are, for whole devices and pages, as many as their limit, and for no more than the pod has',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L7935 (validateResourceRequirements), L4780 (validatePodResourceConsistency); '
    + 'plugin/pkg/admission/runtimeclass/admission.go (validateOverhead)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const fault: Fault = (path, message, fix, onlyPods) =>
      report({ object: set.object, path, message: `${message}; the pod cannot be created`, fix, rejected: onlyPods ? false : undefined });
    for (const { container, path } of set.containers) {
      if (container.resources) holder(container.resources, [...path, 'resources'], `container ${shown(container.name)}`, isResourceOfContainer, fault);
    }
    const { overhead, resources, runtimeClassName } = set.pod;
    if (overhead && Object.keys(overhead).length > 0) {
      holder({ limits: overhead }, set.podPath('overhead'), 'overhead', isResourceOfContainer, fault);
      for (const [name, amount] of Object.entries(map(overhead))) {
        if ((amountOf(amount) ?? 0) < 0) fault(set.podPath('overhead', name), `overhead of ${shown(amount)} for ${name} is negative`, 'write zero or more');
      }
      if (!runtimeClassName || has(set, runtimeClassName, overhead) === false) {
        fault(set.podPath('overhead'), 'overhead stands there without a RuntimeClass that has the same', 'remove it: a RuntimeClass brings its own', true);
      }
    }
    if (resources && minor >= POD_RESOURCES) ofPod(set, fault);
  },
};

/** Whether the RuntimeClass brings this overhead; undefined where the class is not among the objects. */
function has(set: SetView, name: string, overhead: unknown): boolean | undefined {
  const found = set.all.find('RuntimeClass', '', name);
  if (!found) return undefined;
  const fixed = map(map(found.overhead).podFixed);
  const given = map(overhead);
  return [...Object.keys(fixed), ...Object.keys(given)].every((key) => key in fixed && key in given && amountOf(fixed[key]) === amountOf(given[key]));
}
