import { isCured } from './plan';
import { editText, TextEdit } from './text-edit';
import { Question } from '../question';
import { nodeLocalRemedy } from '../remedy';

const PLACE = { what: 'NodeLocal DNSCache, Corefile', configMap: 'node-local-dns', namespace: 'kube-system' };
const RECONCILED = 'where the addon manager reconciles its ConfigMap, it undoes the change';

export interface NodeLocalPlan extends Pick<TextEdit, 'edit' | 'refusals'> {
  readonly reasons: readonly string[];
  readonly costs: readonly string[];
}

const NONE: NodeLocalPlan = { refusals: [], reasons: [], costs: [] };

/** What to do about the cache on each node, whose times add to those of CoreDNS. */
export function nodeLocalPlan(question: Question): NodeLocalPlan {
  const { situation, zones, nodeLocalFile } = question;
  if (!nodeLocalFile) return NONE;
  const cure = nodeLocalRemedy(situation, zones, nodeLocalFile);
  if (isCured(nodeLocalFile, question, cure)) return NONE;
  const { edit, refusals } = editText(situation.nodeLocal!, cure, PLACE);
  if (!edit) return { ...NONE, refusals };
  const about = (text: string) => `NodeLocal DNSCache: ${text}`;
  return { edit, refusals, reasons: [about(cure.reason)], costs: [...cure.costs, RECONCILED].map(about) };
}
