import { overCorefiles } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';

export const corefileKeyComma: Rule = {
  id: 'corefile-key-comma',
  severity: 'warning',
  title: 'the zones of a server block stand apart by blanks',
  source: 'coredns/caddy v1.1.4 caddyfile/parse.go addresses(): a comma counts at the end of a word only; CoreDNS 1.15.0 answers REFUSED for both zones',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    for (const key of file.blocks.flatMap(({ keys }) => keys)) {
      if (!key.text.includes(',')) continue;
      say(key.token, {
        message: `${shown(key.text)} is one zone with a comma in its name, so CoreDNS serves none of its parts`,
        fix: `write ${shown(key.text.split(',').filter(Boolean).join(', '))}`,
      });
    }
  }),
};
