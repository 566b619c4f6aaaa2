import { Situation } from './advice';
import { memberName, ServiceName, zonesOf } from './service-name';
import { Corefile } from '../corefile/cst';
import { parse } from '../corefile/parse';

/** A situation with what follows from it. */
export interface Question {
  readonly situation: Situation;
  /** Each once, in order of name. */
  readonly services: readonly ServiceName[];
  readonly zones: readonly string[];
  /** A member's name of each Service. */
  readonly names: readonly string[];
  readonly file?: Corefile;
  readonly nodeLocalFile?: Corefile;
}

export function question(situation: Situation): Question {
  const { current, nodeLocal, scope } = situation;
  const byName = new Map(situation.services.map((service) => [memberName(service), service]));
  const names = [...byName.keys()].sort();
  const services = names.map((name) => byName.get(name)!);
  return {
    situation,
    services,
    zones: zonesOf(services, scope),
    names,
    ...(current && { file: parse(current.corefile) }),
    ...(nodeLocal && { nodeLocalFile: parse(nodeLocal.corefile) }),
  };
}
