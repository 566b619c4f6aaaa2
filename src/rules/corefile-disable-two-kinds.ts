import { overCorefiles, soundCaches } from './corefiles';
import type { Rule } from './rule';

const KINDS = ['success', 'denial'];

export const corefileDisableTwoKinds: Rule = {
  id: 'corefile-disable-two-kinds',
  severity: 'warning',
  title: 'success and denial are switched off on lines of their own',
  source: 'coredns v1.15.0 plugin/cache/setup.go: what follows the first word of disable is a zone; measured with CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, (view, say) => {
    for (const { name, args } of soundCaches(view).flatMap(({ cache }) => cache.block?.options ?? [])) {
      const [kind, second] = args.map(({ text }) => text);
      if (name.text !== 'disable' || !KINDS.includes(kind) || !KINDS.includes(second)) continue;
      say(args[1], {
        message: `CoreDNS takes ${second} for a zone of disable ${kind}${second === kind ? '' : `: the ${second} cache stays on`}`,
        fix: 'write disable success and disable denial on two lines, each with its zones',
      });
    }
  }),
};
