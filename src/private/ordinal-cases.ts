import { OrdinalCommand } from '../manifests/by-ordinal';
import type { StatefulIdentity } from '../stateful-identity';
import type { ByOrdinalOptions } from '../stateful-workload-props';
import { Problem } from './problem';
import { few } from '../rules/few';

/** The commands of single ordinals, and what is wrong with the choice. */
export function ordinalCases(options: ByOrdinalOptions, identity: StatefulIdentity): { readonly cases: OrdinalCommand[]; readonly problems: Problem[] } {
  const { first, ordinals = {}, others } = options;
  const single = Object.entries(ordinals).map(([ordinal, command]) => ({ ordinal: Number(ordinal), command }));
  const cases = [...first ? [{ ordinal: identity._start, command: first }] : [], ...single];
  const said = new Set(cases.map(({ ordinal }) => ordinal));
  const problems: Problem[] = [];
  const problem = (message: string, fix: string) => problems.push({ field: 'byOrdinal', message, fix });
  for (const { ordinal } of single.filter((one) => !identity._has(one.ordinal))) {
    problem(`the set has no ordinal ${ordinal}: its command would never run`, 'name ordinals of the set, as whole numbers');
  }
  if (said.size < cases.length) {
    problem('an ordinal has two commands: the second one would never run', `say the command of ordinal ${identity._start} by first, or by ordinals`);
  }
  if ([...cases, { command: others ?? ['-'] }].some(({ command }) => command.length === 0)) {
    problem('a command is empty: the container would run its args', 'give every command at least its program');
  }
  const without = others ? undefined : few(identity._possible, (ordinal) => !said.has(ordinal), String);
  if (without !== undefined) {
    problem(`no command is given for ordinal ${without}: the container would exit at each start`, 'give others the command of every ordinal that has none of its own');
  }
  return { cases, problems };
}
