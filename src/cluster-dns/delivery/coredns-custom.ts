import { kept } from './gitops';
import { Rendered } from './rendered';
import { yamlText } from '../yaml-text';

const NAME = 'coredns-custom';

/** Field managers have at most 128 characters: metav1/validation ValidateFieldManager. */
const LONGEST = 128;

/** Who applies a key: two owners under one name delete each other's keys, and kubectl, Argo CD and Flux have one name for everybody. */
export function fieldManager(key: string): string {
  return key.replace(/\.server$/, '').slice(0, LONGEST);
}

/** A key of the ConfigMap that the platform's Corefile imports. */
export function corednsCustom({ key, text }: { readonly key: string; readonly text: string }, namespace: string): Rendered {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: NAME, namespace, annotations: kept() }, data: { [key]: text } };
  return {
    fileName: `${NAME}.yaml`,
    text: yamlText(object),
    object,
    how: [
      `kubectl apply --server-side --field-manager ${fieldManager(key)} -f ${NAME}.yaml: only the key ${key} becomes yours`,
      'the field manager has to be one of your own, and the same each time: under the name that kubectl takes without it, the next owner who applies a key deletes yours',
      'with Argo CD or Flux, which apply everything under one name, let one app hold the keys of all',
    ],
  };
}

/** The server block alone. */
export function serverBlockText({ key, text }: { readonly key: string; readonly text: string }): Rendered {
  return { fileName: key, text, how: [`the text of the key ${key} of ConfigMap ${NAME}`] };
}
