import { openedOnNextLine, overCorefiles } from './corefiles';
import type { Rule } from './rule';
import { REFUSING_NEXT_LINE } from '../corefile/start-problem';

export const corefileBraceNextLine: Rule = {
  id: 'corefile-brace-next-line',
  severity: 'error',
  title: 'the "{" of an option block stands on the line of its plugin',
  source: 'coredns/caddy v1.1.4 caddyfile/dispenser.go NextBlock; cache, kubernetes, hosts, health, forward and template refused, log accepted by CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    for (const directive of file.blocks.flatMap((block) => block.directives)) {
      const brace = openedOnNextLine(directive);
      if (!brace) continue;
      const { text: plugin } = directive.name;
      const refused = REFUSING_NEXT_LINE.has(plugin);
      say(brace, {
        severity: refused ? 'error' : 'warning',
        message: `the "{" of ${plugin} stands on the next line, so CoreDNS reads it as a second ${plugin}`
          + (refused ? ' and exits at its next start' : ', and drops the options if it starts'),
        fix: `write "{" on the line of ${plugin}`,
      });
    }
  }),
};
