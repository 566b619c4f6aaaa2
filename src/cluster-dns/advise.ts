import { Advice, AdviceKind, AdviceRefusal, Situation } from './advice';
import { Explanation, explain } from './explain';
import { inputRefusals } from './input-refusals';
import { bundleNotes, configMapNotes, foreignNotes, restoredNotes } from './notes';
import { nodeLocalPlan } from './plan/node-local';
import { operatorField } from './plan/operator-field';
import { ownServerBlock } from './plan/own-server-block';
import { nothing, Plan } from './plan/plan';
import { wholeText } from './plan/whole-text';
import { Question, question } from './question';
import { liveSentences } from './reload';
import { shortened } from './remedy';
import { patchCache } from '../corefile/edit';

const OWNER = 'a Corefile is one text with one owner: where several repositories need names in it, one of them renders it, '
  + 'and the others give it the names of their Services, one `<service>.<namespace>` a line';

function plan(asked: Question): Plan {
  const { platform } = asked.situation;
  switch (platform.delivery) {
    case 'no-corefile': return nothing(platform.because, ...platform.notes);
    case 'own-server-block': return ownServerBlock(asked);
    case 'dns-operator': return operatorField(asked);
    default: return wholeText(asked);
  }
}

function explained({ situation: { current, nodeLocal }, services }: Question): Explanation | undefined {
  return current && explain(current.corefile, nodeLocal?.corefile, services);
}

/** What the new texts say, read like the old ones. */
function effect({ situation: { current, nodeLocal }, services, zones }: Question, own: Plan, nodeLocalText?: string): Explanation | undefined {
  const front = nodeLocalText ?? nodeLocal?.corefile;
  if (own.serverBlock) return explain(`${current?.corefile ?? ''}\n${own.serverBlock.text}`, front, services);
  if (!current) return undefined;
  if (own.negativeTtl === undefined) return explain(own.edit?.text ?? current.corefile, front, services);
  // What the operator renders from its field.
  const result = patchCache(current.corefile, shortened(zones, own.negativeTtl));
  return result.refusal ? undefined : explain(result.text, front, services);
}

function refused(asked: Question, refusals: readonly AdviceRefusal[], before?: Explanation): Advice {
  const { situation: { platform }, services, zones } = asked;
  return { kind: 'refused', platform, services, zones, reasons: [], costs: [], notes: [], live: [], ...(before && { before }), refusals };
}

function notes({ situation, file, nodeLocalFile }: Question): string[] {
  return [...configMapNotes(situation), ...restoredNotes(situation, file), ...bundleNotes(situation, file), ...foreignNotes(file, nodeLocalFile)];
}

/** Decides what to do about the caches of a cluster: the whole decision, from texts and words alone. */
export function advise(situation: Situation): Advice {
  const asked = question(situation);
  const wrong = inputRefusals(asked);
  if (wrong.length > 0) return refused(asked, wrong);
  const before = explained(asked);
  const own = plan(asked);
  const front = nodeLocalPlan(asked);
  const refusals = [...own.refusals, ...front.refusals];
  if (refusals.length > 0) return refused(asked, refusals, before);
  const kind: AdviceKind = own.kind === 'nothing' && front.edit ? 'edit' : own.kind;
  const changes = kind !== 'nothing';
  const after = changes ? effect(asked, own, front.edit?.text) : before;
  return {
    ...own,
    kind,
    platform: situation.platform,
    services: asked.services,
    zones: asked.zones,
    reasons: [...own.reasons, ...front.reasons],
    costs: [...own.costs, ...front.costs, ...(changes ? situation.platform.notes : []), ...(kind === 'edit' ? [OWNER] : [])],
    notes: notes(asked),
    live: changes ? liveSentences(asked.file) : [],
    ...(before && { before }),
    ...(after && { after }),
    ...(front.edit && { nodeLocalEdit: front.edit }),
    refusals,
  };
}
