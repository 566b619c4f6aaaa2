import { Rendered } from './rendered';
import { Edit } from '../advice';
import { yamlText } from '../yaml-text';

/** A patch that leaves every other key alone. */
export function strategicMerge({ name, namespace, text }: Edit): Rendered {
  const fileName = `${name}.patch.yaml`;
  return {
    fileName,
    text: yamlText({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: { Corefile: text } }),
    how: [
      `kubectl -n ${namespace} patch configmap ${name} --type strategic --patch-file ${fileName}`,
      'it replaces the Corefile whatever is in it by then: the JSON patch looks first',
    ],
  };
}
