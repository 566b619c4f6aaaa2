import { type CorefileView, corefileViews, problemAt } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import type { ServerBlock } from '../corefile/cst';
import { directives } from '../corefile/server-block';
import { hasVariable, zoneOf } from '../corefile/zone';

const SCHEMES: Readonly<Record<string, number>> = { dns: 53, tls: 853, grpc: 443, https: 443, https3: 443, quic: 853 };

/** What must differ: transport, zone and port, as CoreDNS compares them. */
function address(key: string): string {
  const [, scheme = 'dns', rest] = /^(?:([a-z0-9]+):\/\/)?(.*)$/is.exec(key)!;
  const [, zone, port] = /^(.*?)(?::(\d+))?$/s.exec(rest)!;
  return `${scheme.toLowerCase()}://${zoneOf(zone)}.:${port ?? SCHEMES[scheme.toLowerCase()]}`;
}

/** Whether one zone and port may stand in two blocks: they listen at other addresses, or share the queries. */
function shares(block: ServerBlock): boolean {
  return ['bind', 'view'].some((plugin) => directives(block, plugin).length > 0);
}

/** Texts that CoreDNS reads as one file: the Corefile, and the server blocks that it imports from coredns-custom. */
function together(views: readonly CorefileView[]): CorefileView[][] {
  const servers = new Map<string, CorefileView[]>();
  const files = views.filter(({ role }) => role === 'main').map((view) => [view]);
  for (const file of files) {
    const [{ namespace, object, file: { imports } }] = file;
    if (object.metadata.name === 'coredns' && imports.some(({ pattern }) => pattern.text.endsWith('.server'))) servers.set(namespace, file);
  }
  for (const view of views.filter(({ role }) => role === 'server')) {
    const file = servers.get(view.namespace) ?? [];
    if (file.push(view) > 1) continue;
    servers.set(view.namespace, file);
    files.push(file);
  }
  return files;
}

export const corefileZoneTwice: Rule = {
  id: 'corefile-zone-twice',
  severity: 'error',
  title: 'no two server blocks serve one zone at one port',
  source: 'coredns v1.15.0 core/dnsserver/register.go:279 "it is already defined"; upper case counts as lower case since a later release than 1.11.1',
  all: (all, report) => {
    for (const views of together(corefileViews(all).filter(({ file }) => file.errors.length === 0))) {
      const first = new Map<string, string>();
      for (const view of views) {
        for (const block of view.file.blocks.filter((each) => !shares(each))) {
          for (const key of block.keys.filter(({ text }) => !hasVariable(text))) {
            const served = address(key.text);
            const before = first.get(served);
            if (before === undefined) {
              first.set(served, `${view.key} ${view.place(key.token)}`);
            } else {
              report(problemAt(view, key.token, {
                message: `${shown(key.text)} is served already by ${before}: CoreDNS exits at its next start`,
                fix: 'make one server block of the two, or give this one another zone or port',
              }));
            }
          }
        }
      }
    }
  },
};
