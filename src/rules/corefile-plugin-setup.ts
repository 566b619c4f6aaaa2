import { gluedBraces } from './corefile-brace-glued';
import { overCorefiles } from './corefiles';
import type { Rule } from './rule';
import { foreignPlugins, StartProblem, startProblems } from '../corefile/start-problem';

/** What no other rule says. */
const OWN: ReadonlySet<StartProblem['code']> = new Set<StartProblem['code']>(['unknown-plugin', 'plugin-arguments', 'kubernetes-zone', 'zone-name']);
/** What a glued brace brings about, which is a rule of its own. */
const OF_GLUED: ReadonlySet<StartProblem['code']> = new Set<StartProblem['code']>(['unknown-plugin', 'zone-name']);

export const corefilePluginSetup: Rule = {
  id: 'corefile-plugin-setup',
  severity: 'error',
  title: 'CoreDNS knows each plugin, and takes its arguments, its options and the zones of its server block',
  source: 'coredns v1.15.0 plugin.cfg, plugin/<name>/setup.go of kubernetes, forward, reload, health, ready, prometheus, loop, errors, loadbalance and bufsize, plugin/normalize.go; '
    + 'the lines of test/corefile/start-cases.ts, each started in CoreDNS 1.15.0',
  all: (all, report) => overCorefiles(all, report, ({ file, role }, say) => {
    const glued = gluedBraces(file).length > 0;
    for (const { code, token, message, fix } of startProblems(file)) {
      const isZone = role === 'override' && code === 'unknown-plugin' && /[.:/]/.test(token.text);
      if (!OWN.has(code) || isZone || (glued && OF_GLUED.has(code))) continue;
      say(token, { message: `${message}: running pods keep the text that they have, the next one exits`, fix });
    }
    for (const { token, message, fix } of glued ? [] : foreignPlugins(file)) say(token, { severity: 'info', message, fix });
  }),
};
