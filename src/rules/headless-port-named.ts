import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const headlessPortNamed: Rule = {
  id: 'headless-port-named',
  severity: 'warning',
  title: 'the port of a headless Service has a name',
  source: 'coredns v1.11.1 plugin/kubernetes/kubernetes.go (matchPortAndProtocol)',
  all: (all, report) => {
    for (const { service, name, ports, set, headless } of serviceViews(all)) {
      // Two and more ports without names are refused, which is another rule.
      if (!headless || ports.length !== 1 || ports[0].name) continue;
      report({
        object: service,
        path: ['spec', 'ports', 0, 'name'],
        set,
        message: `port ${shown(ports[0].port)} has no name; there is no SRV record _<port>._tcp.${name} to find the members by, and a mesh cannot tell the protocol`,
        fix: 'name the port, with at most 15 characters, for example by its protocol',
      });
    }
  },
};
