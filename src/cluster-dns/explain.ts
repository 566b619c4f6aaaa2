import { Wait, wait } from './chain';
import { memberName, ServiceName, serviceText } from './service-name';
import { parse } from '../corefile/parse';

/** How long the caches stand between the members of one Service. */
export interface ServiceWait {
  readonly service: ServiceName;
  /** How long a peer that was looked up too early stays invisible. */
  readonly negative: Wait;
  /** How long the address of a restarted member is still answered. */
  readonly positive: Wait;
}

/** The same for several Services, as data and as sentences. */
export interface Explanation {
  readonly services: readonly ServiceWait[];
  /** One for each different reading. */
  readonly sentences: readonly string[];
}

const NAMED = 3;

function told({ seconds, exact, because }: Wait, subject: string, stays: string, gone: string): string {
  if (seconds === undefined) return `how long ${subject} ${stays} cannot be told, because ${because}`;
  const hedge = exact ? '' : ', as far as the Corefile tells';
  if (seconds === 0) return `${subject} ${gone}${hedge}, because ${because}`;
  return `${subject} ${stays} for up to ${seconds} s${hedge}, because ${because}`;
}

export function negativeSentence(negative: Wait): string {
  return told(negative, 'a peer looked up too early', 'stays invisible', 'is found as soon as CoreDNS learns of it');
}

export function positiveSentence(positive: Wait): string {
  return told(positive, 'the address of a restarted member', 'is still answered', 'is no longer answered as soon as CoreDNS learns of the new one');
}

function who(waits: readonly ServiceWait[], alone: boolean): string {
  if (alone) return '';
  const names = waits.slice(0, NAMED).map(({ service }) => serviceText(service)).join(', ');
  return waits.length > NAMED ? `${names} and ${waits.length - NAMED} more: ` : `${names}: `;
}

/** What Corefiles do to the names of some Services. */
export function explain(corefile: string, nodeLocal: string | undefined, services: readonly ServiceName[]): Explanation {
  const [coreDns, front] = [parse(corefile), nodeLocal === undefined ? undefined : parse(nodeLocal)];
  const waits = services.map((service) => {
    const name = memberName(service);
    return { service, negative: wait(coreDns, front, name, 'denial'), positive: wait(coreDns, front, name, 'success') };
  });
  const groups = new Map<string, ServiceWait[]>();
  for (const each of waits) {
    const sentences = JSON.stringify([negativeSentence(each.negative), positiveSentence(each.positive)]);
    const group = groups.get(sentences);
    if (group) group.push(each);
    else groups.set(sentences, [each]);
  }
  const sentences = [...groups.values()].flatMap((group) => {
    const prefix = who(group, groups.size === 1);
    return [prefix + negativeSentence(group[0].negative), prefix + positiveSentence(group[0].positive)];
  });
  return { services: waits, sentences };
}
