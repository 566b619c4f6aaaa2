import { namedPort } from './container-ports';
import { shown } from './json';
import type { Rule } from './rule';
import { serviceViews } from './services';

export const headlessPortRemap: Rule = {
  id: 'headless-port-remap',
  severity: 'warning',
  title: 'on a headless Service port equals targetPort',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L5363',
  all: (all, report) => {
    for (const { service, ports, headless, set } of serviceViews(all)) {
      if (!headless) continue;
      ports.forEach((port, i) => {
        const target = typeof port.targetPort === 'string' ? namedPort(set, port)?.containerPort : port.targetPort;
        if (typeof target !== 'number' || typeof port.port !== 'number' || target === port.port) return;
        report({
          object: service,
          path: ['spec', 'ports', i, 'targetPort'],
          set,
          message: `port ${port.port} with targetPort ${shown(port.targetPort)}${target === port.targetPort ? '' : ` (${target})`}; `
            + `nothing translates ports on a headless Service, so clients that dial ${port.port} reach port ${port.port} of the pod`,
          fix: `set port: ${target}`,
        });
      });
    }
  },
};
