import { gluedBrace, overCorefiles } from './corefiles';
import { shown } from './json';
import type { Rule } from './rule';
import type { Corefile, ServerBlock } from '../corefile/cst';
import type { Token } from '../corefile/lexer';

/** A word to which a `{` is glued, and whether CoreDNS stops at it. */
interface Glued {
  readonly token: Token;
  readonly refused: boolean;
}

/** Options that have the name of a plugin, which a server block may hold. */
const ALSO_PLUGINS = new Set(['reload', 'tls']);

/** The root with a brace is no domain name; any other zone may have a brace in its name. */
const ROOT_KEY = /^(?:[a-z0-9]+:\/\/)?\./i;

/** The words behind which a `{` is missing because it is glued to them. */
export function gluedBraces(file: Corefile): Glued[] {
  return file.blocks.flatMap((block) => {
    const key = block.open ? undefined : block.keys.at(-1)?.token;
    return [...(key && gluedBrace(key) ? [{ token: key, refused: ROOT_KEY.test(key.text) }] : []), ...gluedInside(block)];
  });
}

function gluedInside({ directives }: ServerBlock): Glued[] {
  return directives.flatMap(({ name, args, block }, at) => {
    const token = args.at(-1) ?? name;
    if (block || !gluedBrace(token)) return [];
    const options = directives.slice(at + 1, at + 3);
    return [{ token, refused: token === name || options.some((option) => !ALSO_PLUGINS.has(option.name.text)) }];
  });
}

export const corefileBraceGlued: Rule = {
  id: 'corefile-brace-glued',
  severity: 'error',
  title: 'a blank stands before each "{"',
  source: 'coredns/caddy v1.1.4 caddyfile/lexer.go: white space alone ends a word; each form started in CoreDNS 1.15.0, ".:53{" refused by 1.11.1 too',
  all: (all, report) => overCorefiles(all, report, ({ file }, say) => {
    for (const { token, refused } of gluedBraces(file)) {
      say(token, {
        severity: refused ? 'error' : 'warning',
        message: `${shown(token.text)} is one word, so no block opens here: `
          + (refused ? 'CoreDNS exits at its next start' : 'CoreDNS takes the brace for a part of the name'),
        fix: `write ${shown(token.text.replace(/\{$/, ' {'))}`,
      });
    }
  }),
};
