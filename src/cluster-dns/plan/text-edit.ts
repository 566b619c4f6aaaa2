import { BlockInfo, patchCache, Unread } from '../../corefile/edit';
import { AdviceRefusal, Edit } from '../advice';
import { Current } from '../current';
import { Remedy } from '../remedy';

/** What became of one Corefile: unchanged, edited, or refused. */
export interface TextEdit {
  readonly edit?: Edit;
  readonly refusals: readonly AdviceRefusal[];
  /** Imported files that were not read. */
  readonly unread: Unread;
  readonly blocks: readonly BlockInfo[];
}

/** Where a Corefile is if it was given without its ConfigMap, and what messages call it. */
export interface Place {
  readonly what: string;
  readonly configMap: string;
  readonly namespace: string;
}

const NONE: Unread = { between: [], inside: [] };

/** Edits the caches of one Corefile. */
export function editText(current: Current, { request }: Remedy, { what, ...place }: Place): TextEdit {
  const result = patchCache(current.corefile, request);
  const refused = (refusal: AdviceRefusal): TextEdit => ({ refusals: [refusal], unread: NONE, blocks: [] });
  if (result.refusal) {
    const { code, line, message, fix } = result.refusal;
    return code === 'no-cache' ? { refusals: [], unread: NONE, blocks: [] } : refused({ code, where: `${what} line ${line}`, message, fix });
  }
  const { unread, text, blocks } = result;
  if (!result.changed) return { refusals: [], unread, blocks };
  const { name, namespace } = current.metadata ?? { name: place.configMap, namespace: place.namespace };
  if (current.immutable) {
    return refused({
      code: 'immutable', where: `ConfigMap ${namespace}/${name}`, message: 'it is immutable: the API server refuses every change of its data', fix: 'delete it and create it anew without immutable',
    });
  }
  return { edit: { current, name, namespace, text }, refusals: [], unread, blocks };
}
