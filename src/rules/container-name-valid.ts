import { shown, text } from './json';
import { isDnsLabel } from './label-syntax';
import { Rule, since } from './rule';

export const containerNameValid: Rule = {
  id: 'container-name-valid',
  severity: 'error',
  title: 'container names are DNS labels, unique over containers and initContainers',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (validateContainers, validateInitContainers)',
  rejected: since(34),
  set: (set, report) => {
    const seen = new Set<string>();
    for (const { container, path } of set.containers) {
      const name = text(container.name) ?? '';
      const valid = isDnsLabel(name);
      if (!valid || seen.has(name)) {
        report({
          object: set.object,
          path: [...path, 'name'],
          message: valid ? `${shown(name)} names two containers; the pod cannot be created`
            : `container name ${shown(container.name)} is not a DNS label; the pod cannot be created`,
          fix: valid ? 'rename one of them; containers and initContainers share one list of names' : 'use lower-case letters, digits and "-", at most 63',
        });
      }
      seen.add(name);
    }
  },
};
