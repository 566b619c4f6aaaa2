import { type CorefileView, corefileViews, problemAt } from './corefiles';
import type { Rule } from './rule';
import type { Token } from '../corefile/lexer';

const START = { line: 1, column: 1 };

/** The braces that open a server block without a zone before them: CoreDNS drops the block. */
function keyless({ file, unpaired }: CorefileView): Token[] {
  if (unpaired.length > 0) return [];
  let depth = 0;
  return file.tokens.filter((token, at) => {
    if (token.text === '}') depth--;
    return token.text === '{' && depth++ === 0 && (at === 0 || file.tokens[at - 1].text === '}');
  });
}

export const corefileServerBlockKeys: Rule = {
  id: 'corefile-server-block-keys',
  severity: 'error',
  title: 'a Corefile has a server block, and each server block names its zones',
  source: 'coredns/caddy v1.1.4 caddyfile/parse.go drops a block without keys; CoreDNS 1.15.0 started with none serves coremain.defaultLoader\'s whoami',
  all: (all, report) => {
    for (const view of corefileViews(all).filter(({ role, file }) => role !== 'override' && file.errors.length === 0)) {
      const { file, role } = view;
      const none = role === 'main' && file.blocks.length === 0 && file.imports.every((line) => line.snippet);
      const [first] = keyless(view);
      if (none) {
        report(problemAt(view, first ?? START, {
          message: 'there is no server block with a zone, so CoreDNS serves its built-in default, whoami: no name of the cluster resolves',
          fix: 'write a server block with its zone, such as ".:53 { … }"',
        }));
      } else if (first) {
        report(problemAt(view, first, {
          severity: 'warning',
          message: 'no zone stands before this "{", so CoreDNS drops the server block without a word',
          fix: 'write the zones of the server block before the "{"',
        }));
      }
    }
  },
};
