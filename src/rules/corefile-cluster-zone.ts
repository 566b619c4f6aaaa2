import { type CorefileView, corefileViews, problemAt } from './corefiles';
import type { Rule } from './rule';
import type { Corefile, Directive, ServerBlock } from '../corefile/cst';
import { answering, blockZones, directives } from '../corefile/server-block';
import { covers, hasVariable, zoneOf } from '../corefile/zone';

/** The texts of a CoreDNS that asks another one: they need no kubernetes. */
const FRONTS = new Set(['node-local-dns', 'nodelocaldns']);
const START = { line: 1, column: 1 };

export const corefileClusterZone: Rule = {
  id: 'corefile-cluster-zone',
  severity: 'error',
  title: 'the Corefile of the cluster serves the cluster domain with kubernetes',
  source: 'coredns v1.15.0 plugin/kubernetes/setup.go (zones of the directive, else of its server block), core/dnsserver/server.go (no block: REFUSED); run of CoreDNS 1.15.0',
  all: (all, report, { clusterDomain }) => {
    for (const view of corefileViews(all)) {
      const { file, role, object } = view;
      if (role !== 'main' || FRONTS.has(object.metadata.name) || file.errors.length > 0 || file.blocks.length === 0 || imports(file)) continue;
      const domain = zoneOf(clusterDomain);
      if (answering(file, domain).some((block) => serves(block, domain))) continue;
      const written = served(view);
      // A server block that does not answer for the zones of its own kubernetes has other faults, with rules of their own.
      if (written.some(({ zones }) => zones.some((zone) => covers(zone, domain)))) continue;
      const [first] = written;
      report(problemAt(view, first?.directive.name ?? START, first === undefined ? {
        message: 'no server block has the plugin kubernetes: no name of a pod or Service resolves, in the whole cluster',
        fix: `write a server block ".:53" with kubernetes ${clusterDomain} in-addr.arpa ip6.arpa, as the cluster had it, and keep what is written here beside it`,
      } : {
        // The kubelet has the domain from a flag that no manifest shows.
        severity: 'warning',
        message: `kubernetes serves ${written.flatMap(({ zones }) => zones).map((zone) => zone || '.').join(' ')}, and the manifests are judged for a cluster with the domain ${clusterDomain}: its names are answered by nobody here`,
        fix: `write kubernetes ${clusterDomain}, or set clusterDomain to the domain that the kubelets have`,
      }));
    }
  },
};

/** What a file that is not rendered brings in cannot be told. */
function imports({ imports: lines, blocks }: Corefile): boolean {
  return [...lines, ...blocks.flatMap((block) => block.imports)].some((line) => !line.snippet);
}

function zonesOf(block: ServerBlock, { args }: Directive): string[] {
  return args.length === 0 ? [...blockZones(block)] : args.map(({ text }) => zoneOf(text));
}

function serves(block: ServerBlock, domain: string): boolean {
  return directives(block, 'kubernetes').some((directive) => zonesOf(block, directive).some((zone) => hasVariable(zone) || covers(zone, domain)))
    // A block for the domain that hands it on was written for that.
    || (blockZones(block).includes(domain) && directives(block, 'forward').length > 0);
}

function served({ file }: CorefileView): Array<{ directive: Directive; zones: string[] }> {
  return file.blocks.flatMap((block) => directives(block, 'kubernetes').map((directive) => ({ directive, zones: zonesOf(block, directive) })));
}
