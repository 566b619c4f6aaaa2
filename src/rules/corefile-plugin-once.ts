import { overCorefiles } from './corefiles';
import type { Rule } from './rule';
import { ONCE } from '../corefile/start-problem';

export const corefilePluginOnce: Rule = {
  id: 'corefile-plugin-once',
  severity: 'error',
  title: 'a server block has one cache, one kubernetes, one hosts, and one of each plugin that CoreDNS takes once',
  source: 'coredns v1.15.0 plugin/plugin.go:167 ErrOnce, returned by the setup of each of these plugins; the same in 1.8.0 and 1.11.1',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    for (const block of file.blocks) {
      const seen = new Set<string>();
      for (const { name } of block.directives) {
        if (!ONCE.has(name.text) || seen.size !== seen.add(name.text).size) continue;
        say(name, {
          message: `a second ${name.text} in one server block: CoreDNS exits at its next start`,
          fix: `keep one ${name.text}, with the options of both`,
        });
      }
    }
  }),
};
