import { Command, CommanderError } from 'commander';
import { corefileCommand } from './corefile-command';
import { Exit, Terminal, UnusableInput } from './output';

/** Gives every command of a tree the terminal, and errors instead of the end of the process. */
function prepare(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err }).showHelpAfterError('(--help tells the options)');
  command.commands.forEach((child) => prepare(child, terminal));
}

/** Runs a command line; gives the exit status. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = Exit.DONE;
  const program = new Command('cdk8s-stateful').description('checks and changes around StatefulSets, from the command line');
  program.addCommand(corefileCommand(terminal, (status) => { exit = status; }));
  prepare(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.DONE : Exit.UNUSABLE;
    if (!(error instanceof UnusableInput)) throw error;
    terminal.err(`unusable: ${error.message}\n`);
    return Exit.UNUSABLE;
  }
  return exit;
}
