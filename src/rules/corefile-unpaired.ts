import { gluedBraces } from './corefile-brace-glued';
import { corefileViews, problemAt } from './corefiles';
import type { Rule } from './rule';

export const corefileUnpaired: Rule = {
  id: 'corefile-unpaired',
  severity: 'warning',
  title: 'every brace and every quote of a Corefile has its partner',
  source: 'coredns/caddy v1.1.4 caddyfile/parse.go: the end of the file closes a server block, and a "}" too many is a zone; CoreDNS 1.15.0 starts with it',
  all: (all, report) => {
    for (const view of corefileViews(all)) {
      // A glued "{" leaves its "}" alone, and is reported by its own rule; so is what stops CoreDNS.
      if (gluedBraces(view.file).length > 0 || (view.role !== 'override' && view.file.errors.length > 0)) continue;
      for (const problem of view.unpaired) {
        report(problemAt(view, problem, {
          message: `${problem.message}: CoreDNS starts, but what follows belongs to another block than it seems`,
          fix: problem.code === 'unterminated-quote' ? 'close the quote' : 'give each "{" one "}", alone on its line',
        }));
      }
    }
  },
};
