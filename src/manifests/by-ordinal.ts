/** The command of some ordinals. */
export interface OrdinalCommand {
  readonly ordinal: number;
  readonly command: readonly string[];
}

const SAFE = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** Text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return SAFE.test(text) ? text : `'${text.replace(/'/g, '\'\\\'\'')}'`;
}

/**
 * A command that runs another one by the pod's own ordinal, taken from its name. Container `args` follow whichever
 * command is chosen, as they would without the choice.
 */
export function byOrdinalCommand(nameEnv: string, cases: readonly OrdinalCommand[], others: readonly string[] | undefined): string[] {
  const lines = cases.map(({ ordinal, command }) => `${ordinal}) ${run(command)} ;;`);
  lines.push(`*) ${others ? run(others) : `echo "no command for $${nameEnv}" >&2; exit 64`} ;;`);
  return ['/bin/sh', '-c', `case "\${${nameEnv}##*-}" in\n${lines.join('\n')}\nesac`, 'sh'];
}

function run(command: readonly string[]): string {
  return `exec ${command.map(shellWord).join(' ')} "$@"`;
}
