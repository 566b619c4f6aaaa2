import { closedOnOptionLine, overCorefiles } from './corefiles';
import type { Rule } from './rule';
import type { Option } from '../corefile/cst';
import type { Token } from '../corefile/lexer';
import { startProblems } from '../corefile/start-problem';

/** A plugin that stops CoreDNS at such a brace, whatever the option; others may keep it as a zone, a host or an address. */
const REFUSING = 'log';

/** What CoreDNS makes of the brace, and whether it stops. */
function reading(plugin: string, { name, args }: Option, stopping: ReadonlySet<Token>): { readonly refused: boolean; readonly text: string } {
  if (plugin !== 'cache' ? plugin === REFUSING || stopping.has(name) : name.text !== 'disable' || args.length === 0) return { refused: true, text: ' and exits at its next start' };
  if (plugin !== 'cache') return { refused: false, text: '; some options take it, others stop CoreDNS at its next start' };
  return { refused: false, text: args.length > 1 ? ', one more zone' : ', the only zone: nothing else is switched off' };
}

export const corefileOneLineBlock: Rule = {
  id: 'corefile-one-line-block',
  severity: 'error',
  title: 'the "}" of an option block stands on a line of its own',
  source: 'coredns/caddy v1.1.4 caddyfile/dispenser.go: arguments go on to the end of the line; each plugin of the page started in CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    const stopping = new Set(startProblems(file).filter(({ code }) => code === 'one-line-block').map(({ token }) => token));
    for (const directive of file.blocks.flatMap((block) => block.directives)) {
      const brace = closedOnOptionLine(directive);
      if (!brace) continue;
      const plugin = directive.name.text;
      const option = directive.block!.options.at(-1)!;
      const { refused, text } = reading(plugin, option, stopping);
      say(brace, {
        severity: refused ? 'error' : 'warning',
        message: `the "}" stands behind ${option.name.text} on its line, so CoreDNS takes it for an argument of ${option.name.text}${text}`,
        fix: `write "{" on the line of ${plugin}, each option on a line of its own, and "}" alone on the last`,
      });
    }
  }),
};
