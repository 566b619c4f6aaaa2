import { AdviceRefusal } from './advice';
import { memberName, ServiceName } from './service-name';
import { fallsThrough, kubernetesOf } from '../corefile/answer-ttl';
import { Corefile, ServerBlock } from '../corefile/cst';
import { answering, blockZones, directives } from '../corefile/server-block';
import { hasForeignPlugin } from '../corefile/start-problem';
import { hasVariable, ROOT, zoneOf } from '../corefile/zone';

const REVERSE = /(^|\.)(in-addr|ip6)\.arpa$/;

/** The cluster domains that the kubernetes plugins of a Corefile serve: their zones without those of reverse lookups. */
export function kubernetesDomains(file: Corefile): readonly string[] {
  const zones = file.blocks.flatMap((block) => directives(block, 'kubernetes')
    .flatMap(({ args }) => (args.length > 0 ? args.map(({ text }) => zoneOf(text)) : blockZones(block))));
  return [...new Set(zones.filter((zone) => zone !== ROOT && !hasVariable(zone) && !REVERSE.test(zone) && !zone.includes('/')))];
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

/** Whether plugins that are not known here, of an imported file or a custom build, may answer in a server block. */
function mayHoldMore(file: Corefile, block: ServerBlock): boolean {
  return block.imports.some((line) => !line.snippet) || hasForeignPlugin(file, block);
}

function looksLikeNodeCache(file: Corefile): boolean {
  return file.tokens.some(({ text }) => text.includes('__PILLAR__') || text.startsWith('169.254.'));
}

/** Refuses a Corefile in which no kubernetes plugin answers for the names: its change would cure nothing, and take the place of CoreDNS's own text. */
export function answerRefusals(file: Corefile, services: readonly ServiceName[]): AdviceRefusal[] {
  const name = services.map(memberName).find((each) => {
    const blocks = answering(file, zoneOf(each));
    return !blocks.some((block) => kubernetesOf(block, zoneOf(each)) !== undefined || mayHoldMore(file, block));
  });
  if (name === undefined) return [];
  const [block] = answering(file, zoneOf(name));
  if (!block) {
    return [{ code: 'zone-not-served', where: 'Corefile', message: `no server block answers for ${name}`, fix: 'give the Corefile of the server that answers for it' }];
  }
  return [{
    code: 'no-kubernetes',
    where: `Corefile line ${block.keys[0].token.line}`,
    message: `the server block ${block.keys[0].text} has no kubernetes plugin that answers for ${name}`,
    fix: looksLikeNodeCache(file)
      ? 'this is the text of a NodeLocal DNSCache: give that of CoreDNS, and this one as the node cache in front of it; or name the platform node-local-dns'
      : 'give the Corefile of the cluster\'s CoreDNS, as its ConfigMap has it',
  }];
}

/** Refuses a Corefile that is none of a NodeLocal DNSCache, which forwards the names and answers none from the API server. */
export function nodeCacheRefusals(file: Corefile, services: readonly ServiceName[], what: string): AdviceRefusal[] {
  for (const name of services.map(memberName)) {
    const blocks = answering(file, zoneOf(name));
    const where = blocks.length > 0 ? `${what} line ${blocks[0].keys[0].token.line}` : what;
    if (blocks.some((block) => kubernetesOf(block, zoneOf(name)))) {
      return [{ code: 'no-node-cache', where, message: `kubernetes answers for ${name} itself: this is no text of a node cache, which forwards to CoreDNS`, fix: 'give the ConfigMap node-local-dns, or name the platform of CoreDNS' }];
    }
    if (blocks.some((block) => directives(block, 'forward').length === 0 && !mayHoldMore(file, block)) || blocks.length === 0) {
      return [{ code: 'no-node-cache', where, message: `nothing forwards ${name} to CoreDNS: this is no text of a node cache`, fix: 'give the ConfigMap node-local-dns' }];
    }
  }
  return [];
}
