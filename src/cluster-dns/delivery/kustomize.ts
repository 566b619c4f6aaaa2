import { operations } from './json-patch';
import { Rendered } from './rendered';
import { Edit } from '../advice';
import { yamlText } from '../yaml-text';

/** A Kustomize component with one guarded patch for each ConfigMap. */
export function kustomize(edits: readonly Edit[]): Rendered {
  const patches = edits.map((edit) => ({
    target: { version: 'v1', kind: 'ConfigMap', name: edit.name, namespace: edit.namespace },
    patch: `${JSON.stringify(operations(edit), undefined, 2)}\n`,
  }));
  return {
    fileName: 'kustomization.yaml',
    text: yamlText({ apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component', patches }),
    how: [
      'name its folder in `components` of a kustomization that has the ConfigMap among its resources: Kustomize patches what it builds, never what is in the cluster',
      'the build fails if the Corefile among the resources is another than the one that was given',
    ],
  };
}
