import { kept } from './gitops';
import { KubernetesObject, Rendered } from './rendered';
import { Edit } from '../advice';
import { yamlText } from '../yaml-text';

/** The whole ConfigMap: the new Corefile, and every other key as it was fetched. */
export function configMapObject({ current, name, namespace, text }: Edit): KubernetesObject {
  const { labels, annotations } = current.metadata ?? {};
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, ...(labels && { labels }), annotations: kept(annotations) },
    data: { Corefile: text, ...current.otherData },
    ...(current.binaryData && { binaryData: current.binaryData }),
  };
}

export function configMap(edit: Edit): Rendered {
  const object = configMapObject(edit);
  const partial = edit.current.metadata ? [] : ['the Corefile was given without its ConfigMap: apply keeps the other keys, `kubectl replace` would delete them'];
  return {
    fileName: `${edit.name}.yaml`,
    text: yamlText(object),
    object,
    how: [
      `kubectl apply --server-side --force-conflicts --field-manager cluster-dns -f ${edit.name}.yaml: the field manager that wrote the Corefile has to give it up`,
      ...partial,
    ],
  };
}
