import { list, map, shown, text } from './json';
import { Rule, since } from './rule';

const STRICT = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const RELAXED = /^[ -<>-~]+$/;

/** The minor version from which names may be any printable ASCII text without "=" (gate RelaxedEnvironmentVariableValidation). */
const RELAXED_MINOR = 32;

export const envNameValid: Rule = {
  id: 'env-name-valid',
  severity: 'error',
  title: 'names of environment variables are ones that the API server accepts',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsEnvVarName); KEP-4369',
  rejected: since(34),
  set: (set, report, { minor }) => {
    for (const { container, path } of set.containers) {
      list(container.env).map(map).forEach((variable, i) => {
        const name = text(variable.name) ?? '';
        if (minor >= RELAXED_MINOR ? RELAXED.test(name) : STRICT.test(name) && name !== '.' && !name.startsWith('..')) return;
        report({
          object: set.object,
          path: [...path, 'env', i, 'name'],
          message: `container ${shown(container.name)} has an environment variable named ${shown(variable.name)}; the pod cannot be created`,
          fix: 'use letters, digits, "_", "-" and ".", and begin with no digit',
        });
      });
    }
  },
};
