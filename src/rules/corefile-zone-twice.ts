import { type CorefileView, corefileViews, problemAt } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import { sharesZones } from '../corefile/server-block';
import { hasVariable, keyAddress } from '../corefile/zone';

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
        for (const block of view.file.blocks.filter((each) => !sharesZones(each))) {
          for (const key of block.keys.filter(({ text }) => !hasVariable(text))) {
            const served = keyAddress(key.text);
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
