import { list, map, shown, text } from './json';
import { type Rule, since } from './rule';

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'];
/** The minor version whose API server keeps a source of variables in files (gate EnvFiles). */
const FILES = 35;
/** Fields that a variable can be filled from; labels and annotations with their key behind. */
const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'];
const KEYED = /^metadata\.(labels|annotations)\['[^']+'\]$/;

export const envSourceValid: Rule = {
  id: 'env-source-valid',
  severity: 'error',
  title: 'a variable has a value or one source, and the source what it needs',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateEnvVarValueFrom, validateObjectFieldSelector, validEnvDownwardAPIFieldPathExpressions)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const sources = minor < FILES ? SOURCES : [...SOURCES, 'fileKeyRef'];
    for (const { container, path } of set.containers) {
      list(container.env).map(map).forEach(({ name, value, valueFrom }, i) => {
        if (valueFrom === undefined || valueFrom === null) return;
        const at = (field: readonly string[], message: string, fix: string) => report({
          object: set.object,
          path: [...path, 'env', i, 'valueFrom', ...field],
          message: `variable ${shown(name)} ${message}; the pod cannot be created`,
          fix,
        });
        const given = sources.filter((source) => (map(valueFrom)[source] ?? undefined) !== undefined);
        if (text(value)) at([], 'has a value and valueFrom', 'keep one of the two');
        if (given.length !== 1) {
          at([], given.length === 0 ? `has a valueFrom without a source that exists (${Object.keys(map(valueFrom)).join(', ') || 'empty'})` : `has the sources ${given.join(' and ')}`, `write one of ${sources.join(', ')}`);
          return;
        }
        const [source] = given;
        const { fieldPath, key, resource, name: object, volumeName } = map(map(valueFrom)[source]);
        if (source === 'fileKeyRef' && !map(set.volumes.find((volume) => volume.name === volumeName)).emptyDir) {
          at([source, 'volumeName'], `is read from the volume ${shown(volumeName)}, which is no emptyDir of the pod`, 'write the name of an emptyDir that an init container fills');
        }
        if (source === 'fieldRef' && !isField(fieldPath)) at([source, 'fieldPath'], `asks for the field ${shown(fieldPath)}, which a pod does not hand out`, `write one of ${FIELDS.slice(0, 5).join(', ')}, …, or metadata.labels['<key>']`);
        if (source === 'resourceFieldRef' && !resource) at([source, 'resource'], 'names no resource', 'write for example resource: limits.memory');
        if (source !== 'configMapKeyRef' && source !== 'secretKeyRef') return;
        if (!key) at([source, 'key'], 'names no key', 'write the key');
        if (!object) at([source, 'name'], 'names no object', 'write the name');
      });
    }
  },
};

function isField(given: unknown): boolean {
  const path = text(given) ?? '';
  return FIELDS.includes(path) || KEYED.test(path);
}
