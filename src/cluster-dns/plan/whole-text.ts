import { CURED, isCured, nothing, Plan, refused, unreadReasons } from './plan';
import { editText, TextEdit } from './text-edit';
import { parse } from '../../corefile/parse';
import { AdviceRefusal } from '../advice';
import { chartOf, helmValues, lostComments } from '../helm-servers';
import { kubernetesDomains, missesFallThrough } from '../kubernetes-domain';
import { Question } from '../question';
import { remedy, upgradeRefusals } from '../remedy';

const FALLTHROUGH_COST = 'kubernetes falls through for these names: each miss goes on to the plugins after it, and upstream if one of them forwards';

/** What keeps a new text from being delivered in the way of the platform, and what is lost on that way. */
function deliverable({ situation: { platform }, file }: Question, { edit, blocks }: TextEdit): { refusals: AdviceRefusal[]; costs: string[] } {
  if (platform.delivery === 'kubespray-variable' && blocks.filter(({ outcome }) => outcome === 'edited').length > 1) {
    return {
      costs: [],
      refusals: [{
        code: 'several-server-blocks',
        where: 'Corefile',
        message: 'several server blocks answer for the names, and the variable is for the main one alone',
        fix: 'change the others by hand in coredns_external_zones',
      }],
    };
  }
  if (platform.delivery !== 'helm-values' && platform.delivery !== 'helm-chart-config') return { refusals: [], costs: [] };
  const values = helmValues(edit!.text, chartOf(platform.delivery, kubernetesDomains(file!)));
  if ('code' in values) return { refusals: [values], costs: [] };
  const comments = lostComments(edit!.text, values);
  return {
    refusals: [],
    costs: [
      ...(comments.length > 0 ? [`the values have no place for these comments: ${comments.join(' ')}`] : []),
      'servicePort, nodePort and hostPort of your own servers list are not in the Corefile: add them again',
    ],
  };
}

/** The present Corefile with other caches, as a whole. */
export function wholeText(question: Question): Plan {
  const { situation, zones, names, file } = question;
  const { platform, current } = situation;
  const cure = remedy(situation, zones, file);
  const clears = cure.request.withoutDisable ?? false;
  const stopped = clears ? [] : upgradeRefusals(situation, file);
  if (stopped.length > 0) return refused(stopped);
  if (!clears && isCured(file, question, cure)) return nothing(CURED);
  const found = editText(current!, cure, { what: 'Corefile', configMap: platform.configMap, namespace: platform.namespace });
  if (found.refusals.length > 0) return refused(found.refusals);
  const left = clears ? upgradeRefusals(situation, found.edit ? parse(found.edit.text) : file) : [];
  if (left.length > 0) return refused(left);
  if (!found.edit) return nothing(CURED, ...unreadReasons(found.unread));
  const { refusals, costs } = deliverable(question, found);
  if (refusals.length > 0) return refused(refusals);
  const fallsThrough = cure.disables && names.some((name) => missesFallThrough(file!, name));
  return {
    kind: 'edit',
    edit: found.edit,
    reasons: [cure.reason, platform.because, ...unreadReasons(found.unread)],
    costs: [...cure.costs, ...(fallsThrough ? [FALLTHROUGH_COST] : []), ...costs],
    refusals,
  };
}
