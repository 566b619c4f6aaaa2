import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { Bench } from '../bench';
import { Form } from './form';

const KINDS = new Map([['pod', 'Pod'], ['Service', 'Service']]);

export const EXISTENCE_FORMS: readonly Form[] = [
  {
    pattern: /^(pod|Service) (\S+) does not exist$/,
    prove: async (bench, kind, name) => await bench.gone(object(bench, KINDS.get(kind)!, name)) ? undefined : 'it exists',
  },
];

function object({ namespace }: Bench, kind: string, name: string): KubernetesObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace } };
}
