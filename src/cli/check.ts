import type { Command } from 'commander';
import type * as commands from './commands';
import { Exit } from './output';

const EXAMPLES = `
Exit code: 0 without errors, 1 with errors, 2 for input or arguments that cannot be used.

Examples:
  cdk8s-stateful check dist/
  cdk8s-stateful check 'deploy/**/*.yaml' --format sarif > findings.sarif
  helm template my-release ./chart | cdk8s-stateful check -
  cdk8s-stateful check --explain pdb-quorum`;

/** The command that judges manifests. */
export function addCheck(program: Command, out: (text: string) => void, ended: (exit: number) => void): void {
  const command = program.command('check')
    .description('judge the StatefulSets of manifests, and what belongs to them')
    .argument('[paths...]', 'files, folders, globs, or - for stdin; all of them are judged as one set of objects')
    .option('--format <format>', 'text, json, sarif, github or junit', 'text')
    .option('--kubernetes-version <version>', 'version that the manifests are for, from 1.27 on (default: 1.28)')
    .option('--closed-world', 'what the manifests name and do not contain does not exist: errors in place of warnings')
    .option('--config <file>', 'settings (default: .cdk8s-stateful.yaml in the working directory or above it)')
    .option('--disable <id>', 'leave out a rule; may be repeated', (id: string, ids: string[] = []) => [...ids, ...id.split(',').map((one) => one.trim()).filter((one) => one !== '')])
    .option('--min-severity <severity>', 'show errors alone (error), warnings too (warning), or everything (info)', 'info')
    .option('--explain <id>', 'print what a rule is about, and read no manifests')
    .addHelpText('after', EXAMPLES);
  command.action(async (paths: string[], options: Omit<commands.CheckArguments, 'paths'>) => {
    try {
      // Loaded here: nobody who asks for help waits for the rules.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { explain, runCheck }: typeof commands = require('./commands');
      ended(options.explain === undefined ? await runCheck({ paths, ...options }, out) : explain(options.explain, options.kubernetesVersion, out));
    } catch (error) {
      command.error(`error: ${(error as Error).message}`, { exitCode: Exit.UNUSABLE });
    }
  });
}
