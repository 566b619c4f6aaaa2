import { gluedBraces } from './corefile-brace-glued';
import { overCorefiles } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import { hasVariable } from '../corefile/zone';

export const corefileCustomSuffix: Rule = {
  id: 'corefile-custom-suffix',
  severity: 'error',
  title: 'in coredns-custom, a key that ends in .override holds plugins and one that ends in .server holds server blocks',
  source: 'Corefiles of AKS, k3s and DOKS: import of *.override inside the server block, of *.server behind it; refused by CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, ({ key, role, file }, say) => {
    for (const { name } of role === 'override' ? file.blocks.flatMap((block) => block.directives) : []) {
      // No plugin has such a name.
      if (!/[.:/]/.test(name.text) || hasVariable(name.text)) continue;
      say(name, {
        message: `${shown(name.text)} is a zone and no plugin: ${key} is read inside a server block, and CoreDNS exits at its next start`,
        fix: 'give the server block a key that ends in .server',
      });
    }
    for (const { keys: [first], open } of role === 'server' && gluedBraces(file).length === 0 ? file.blocks : []) {
      if (open) continue;
      say(first.token, {
        severity: 'warning',
        message: `no "{" stands on the line of ${shown(first.text)}: ${key} is read behind the server blocks, and CoreDNS takes the words of the line for zones`,
        fix: 'write "{" behind the zones of the server block, or give plugins a key that ends in .override',
      });
    }
  }),
};
