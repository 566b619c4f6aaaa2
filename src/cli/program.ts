import { readFileSync } from 'fs';
import { join } from 'path';
import { Command, CommanderError } from 'commander';
import { addCheck } from './check';
import type * as corefile from './corefile-command';
import { Exit, Terminal, UNUSABLE_INPUT } from './output';
import { addRules } from './rules';

/** Gives every command of a tree the terminal, and errors instead of the end of the process. */
function prepare(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err }).showHelpAfterError('(--help tells the options)');
  command.commands.forEach((child) => prepare(child, terminal));
}

function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')).version;
}

/** Runs a command line; gives the exit status. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = Exit.DONE;
  const ended = (status: number) => { exit = status; };
  const program = new Command('cdk8s-stateful')
    .description('checks and changes around StatefulSets, in YAML from anywhere')
    .version(version(), '--version', 'print the version');
  addCheck(program, terminal.out, ended);
  addRules(program, terminal.out);
  const command = program.command('corefile').description('how long cluster DNS hides new and moved members of StatefulSets, and what to do about it');
  if (args.includes(command.name())) {
    // Loaded here: its options name every platform, and nobody who asks for something else waits for them.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { addCorefile }: typeof corefile = require('./corefile-command');
    addCorefile(command, terminal, ended);
  }
  prepare(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.DONE : Exit.UNUSABLE;
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    if (code !== UNUSABLE_INPUT) throw error;
    terminal.err(`unusable: ${message}\n`);
    return Exit.UNUSABLE;
  }
  return exit;
}
