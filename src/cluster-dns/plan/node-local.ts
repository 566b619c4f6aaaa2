import { isCured } from './plan';
import { editText, TextEdit } from './text-edit';
import { Delivery } from '../platform';
import { Question } from '../question';
import { nodeLocalRemedy } from '../remedy';

const WHAT = 'NodeLocal DNSCache, Corefile';
/** kubespray calls it otherwise: roles/kubernetes-apps/ansible/templates/nodelocaldns-config.yml.j2. */
const NAMES: Readonly<Partial<Record<Delivery, string>>> = { 'kubespray-variable': 'nodelocaldns' };
/** The template has no variable for its cache. */
const REWRITTEN = 'kubespray\'s playbook writes this ConfigMap anew at each run, and so undoes the change: apply it again after each';
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
  const { edit, refusals } = editText(situation.nodeLocal!, cure, { what: WHAT, configMap: NAMES[situation.platform.delivery] ?? 'node-local-dns', namespace: 'kube-system' });
  if (!edit) return { ...NONE, refusals };
  const undone = situation.platform.delivery === 'kubespray-variable' ? REWRITTEN : RECONCILED;
  const about = (text: string) => `NodeLocal DNSCache: ${text}`;
  return { edit, refusals, reasons: [about(cure.reason)], costs: [...cure.costs, undone].map(about) };
}
