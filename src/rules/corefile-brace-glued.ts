import { gluedBrace, overCorefiles } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import type { Corefile } from '../corefile/cst';
import type { Token } from '../corefile/lexer';

/** The words behind which a `{` is missing because it is glued to them. */
export function gluedBraces(file: Corefile): Token[] {
  const keys = file.blocks.filter(({ open }) => !open).map((block) => block.keys.at(-1)?.token);
  const words = file.blocks.flatMap((block) => block.directives).filter(({ block }) => !block).map(({ name, args }) => args.at(-1) ?? name);
  return [...keys, ...words].filter((token): token is Token => gluedBrace(token));
}

export const corefileBraceGlued: Rule = {
  id: 'corefile-brace-glued',
  severity: 'error',
  title: 'a blank stands before each "{"',
  source: 'coredns/caddy v1.1.4 caddyfile/lexer.go: white space alone ends a word; refused by CoreDNS 1.11.1 and 1.15.0',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    for (const token of gluedBraces(file)) {
      say(token, {
        message: `${shown(token.text)} is one word: no block opens here, CoreDNS reads the options as plugins and exits at its next start`,
        fix: `write ${shown(token.text.replace(/\{$/, ' {'))}`,
      });
    }
  }),
};
