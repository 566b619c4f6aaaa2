import { corefileViews, problemAt } from './corefiles';
import type { Rule } from './rule';
import type { ProblemCode } from '../corefile/cst';

const FIXES: Partial<Record<ProblemCode, string>> = {
  'expected-open-brace': 'write "{" behind the name of the snippet',
  'expected-close-brace': 'close every "{" with a "}" that stands alone on its line',
  'extra-comma': 'write "{" behind the last zone, without a comma before it',
  'import-argument': 'write one snippet, file or glob pattern behind import',
  'import-depth': 'take the import of itself out of the snippet',
  'import-glob': 'write a pattern with one "*" and nothing else that is special',
  'snippet-redeclared': 'give each snippet a name of its own',
  'unexpected-end': 'close every "{" with a "}" that stands alone on its line',
  'unexpected-close-brace': 'write each "}" alone on its line, one for every "{"',
};

export const corefileInvalid: Rule = {
  id: 'corefile-invalid',
  severity: 'error',
  title: 'CoreDNS can read the Corefile',
  source: 'coredns/caddy v1.1.4 caddyfile/parse.go; CoreDNS 1.15.0 started with the text exits 1',
  all: (all, report) => {
    for (const view of corefileViews(all)) {
      // Where its braces end depends on the file that imports it.
      if (view.role === 'override' && view.unpaired.length > 0) continue;
      for (const error of view.file.errors) {
        report(problemAt(view, error, {
          message: `${error.message.replace(/\s+/g, ' ')}: CoreDNS goes on with the text it has and exits at its next start`,
          fix: FIXES[error.code] ?? 'correct the line',
        }));
      }
    }
  },
};
