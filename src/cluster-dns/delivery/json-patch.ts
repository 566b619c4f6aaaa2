import { Rendered } from './rendered';
import { Edit } from '../advice';

/** The operations: the first fails the patch if the text is no longer the one that was fetched. */
export function operations({ current, text }: Edit): object[] {
  const path = '/data/Corefile';
  return [{ op: 'test', path, value: current.corefile }, { op: 'replace', path, value: text }];
}

export function jsonPatch(edit: Edit): Rendered {
  const fileName = `${edit.name}.patch.json`;
  return {
    fileName,
    text: `${JSON.stringify(operations(edit), undefined, 2)}\n`,
    how: [
      `kubectl -n ${edit.namespace} patch configmap ${edit.name} --type json --patch-file ${fileName}`,
      'it fails, and changes nothing, if the text in the cluster is another than the one that was fetched: fetch and render again then',
    ],
  };
}
