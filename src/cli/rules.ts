import type { Command } from 'commander';
import type * as commands from './commands';
import { Exit } from './output';

interface RulesOptions {
  readonly format: string;
  readonly kubernetesVersion?: string;
}

/** The command that lists what is checked. */
export function addRules(program: Command, out: (text: string) => void): void {
  const command = program.command('rules')
    .description('list every rule')
    .option('--format <format>', 'text or json', 'text')
    .option('--kubernetes-version <version>', 'version whose API server is asked what it rejects, from 1.27 on (default: 1.28)');
  command.action((options: RulesOptions) => {
    try {
      // Loaded here: nobody who asks for help waits for the rules.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { listRules }: typeof commands = require('./commands');
      out(listRules(options.format, options.kubernetesVersion));
    } catch (error) {
      command.error(`error: ${(error as Error).message}`, { exitCode: Exit.UNUSABLE });
    }
  });
}
