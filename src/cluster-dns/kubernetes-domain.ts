import { AdviceRefusal } from './advice';
import { ServiceName } from './service-name';
import { fallsThrough, kubernetesOf } from '../corefile/answer-ttl';
import { Corefile } from '../corefile/cst';
import { answering, blockZones, directives } from '../corefile/server-block';
import { hasVariable, ROOT, zoneOf } from '../corefile/zone';

const REVERSE = /(^|\.)(in-addr|ip6)\.arpa$/;

/** The cluster domains that the kubernetes plugins of a Corefile serve: their zones without those of reverse lookups. */
export function kubernetesDomains(file: Corefile): readonly string[] {
  const zones = file.blocks.flatMap((block) => directives(block, 'kubernetes')
    .flatMap(({ args }) => (args.length > 0 ? args.map(({ text }) => zoneOf(text)) : blockZones(block))));
  return [...new Set(zones.filter((zone) => zone !== ROOT && !REVERSE.test(zone) && !zone.includes('/')))];
}

/** Whether a server block for a name lets it go on to the next plugin where kubernetes does not have it. */
export function missesFallThrough(file: Corefile, name: string): boolean {
  return answering(file, zoneOf(name)).some((block) => {
    const kubernetes = kubernetesOf(block, zoneOf(name));
    return kubernetes !== undefined && fallsThrough(kubernetes, zoneOf(name));
  });
}

/** Refuses a Corefile whose kubernetes plugin serves another domain than the names were declared for. */
export function domainRefusals(file: Corefile, services: readonly ServiceName[]): AdviceRefusal[] {
  const variable = file.blocks.flatMap((block) => directives(block, 'kubernetes')).flatMap(({ args }) => args).find(({ text }) => hasVariable(text));
  if (variable) {
    return [{
      code: 'environment-variable',
      where: `Corefile line ${variable.line}`,
      message: `the zone ${variable.text} of kubernetes depends on the environment of CoreDNS`,
      fix: 'write the zone itself, as the running CoreDNS has it',
    }];
  }
  const served = kubernetesDomains(file);
  if (served.length === 0) return [];
  const others = [...new Set(services.map(({ domain }) => domain))].filter((domain) => !served.includes(zoneOf(domain)));
  return others.map((domain) => ({
    code: 'cluster-domain',
    where: 'Corefile',
    message: `kubernetes serves ${served.join(' and ')}, and the names are declared for ${domain}: the patch would name zones that nobody asks for`,
    fix: `declare the cluster domain ${served[0]}, or give the Corefile of the cluster that has ${domain}`,
  }));
}
