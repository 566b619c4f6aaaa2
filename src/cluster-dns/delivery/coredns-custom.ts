import { kept } from './gitops';
import { Rendered } from './rendered';
import { yamlText } from '../yaml-text';

const NAME = 'coredns-custom';

/** A key of the ConfigMap that the platform's Corefile imports. */
export function corednsCustom({ key, text }: { readonly key: string; readonly text: string }, namespace: string): Rendered {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: NAME, namespace, annotations: kept() }, data: { [key]: text } };
  return {
    fileName: `${NAME}.yaml`,
    text: yamlText(object),
    object,
    how: [`kubectl apply --server-side -f ${NAME}.yaml: only the key ${key} becomes yours`],
  };
}

/** The server block alone. */
export function serverBlockText({ key, text }: { readonly key: string; readonly text: string }): Rendered {
  return { fileName: key, text, how: [`the text of the key ${key} of ConfigMap ${NAME}`] };
}
