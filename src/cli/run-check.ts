import { readFileSync } from 'fs';
import { join } from 'path';
import { Attempt, attempt } from './attempt';
import { findConfig } from './config-file';
import { Input, inputs, stdinText } from './inputs';
import { reservation } from './list-rules';
import { Exit } from './output';
import { Progress } from './progress';
import { UsageError } from './usage-error';
import { Check, CheckResult, ConfigError, DEFAULT_SETTINGS, REPORTS, RuleDescription, SEVERITIES, Settings, catalogue, decode, nearest, parseMinor, readConfig, ruleIds } from '../checker';

export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: string;
  readonly kubernetesVersion?: string;
  readonly closedWorld?: boolean;
  readonly config?: string;
  readonly disable?: readonly string[];
  readonly minSeverity: string;
  readonly explain?: string;
}

/** Judges what the arguments name and writes the report. */
export async function runCheck(args: CheckArguments, out: (text: string) => void): Promise<number> {
  const { paths, format, minSeverity } = args;
  if (REPORTS[format] === undefined) throw new UsageError(`--format ${format} is none of ${Object.keys(REPORTS).join(', ')}`);
  const least = SEVERITIES.findIndex((severity) => severity === minSeverity);
  if (least < 0) throw new UsageError(`--min-severity ${minSeverity} is none of ${SEVERITIES.join(', ')}`);
  if (paths.length === 0) throw new UsageError('nothing to check: name files, folders or globs, or - for stdin');
  const check = new Check(settings(args));
  const progress = new Progress(process.stderr);
  const found = inputs(paths);
  for (const [i, input] of found.entries()) {
    progress.show(`reading ${i + 1} of ${found.length}: ${input.file}`);
    await read(input, check);
  }
  progress.show('judging');
  const result = check.run();
  progress.clear();
  const shown = result.findings.filter(({ severity }) => SEVERITIES.findIndex((known) => known === severity) <= least);
  out(REPORTS[format]({ ...result, findings: shown, version: version(), colours: colours() }));
  return exitCode(result);
}

/** Prints what a rule is about. */
export function explain(id: string, kubernetesVersion: string | undefined, out: (text: string) => void): number {
  const minor = minorOf(kubernetesVersion) ?? DEFAULT_SETTINGS.target.minor;
  const rule = catalogue(minor).find((known) => known.id === id);
  if (rule === undefined) throw new UsageError(`there is no rule ${id}${nearest(id, ruleIds())}; cdk8s-stateful rules lists all of them`);
  // What is about a text, or about an acknowledgement, no API server sees.
  const verdict = rule.docsUrl.includes('/docs/rules/') ? `; the API server of 1.${minor} ${rule.rejected ? 'rejects' : 'accepts'} a violation${reservation(minor)}` : '';
  out(`${rule.id} (${rule.severity}${verdict})\n\n${rule.title}\n\n${page(rule)}source: ${rule.source}\npage:   ${rule.docsUrl}\n`);
  return 0;
}

async function read(input: Input, check: Check): Promise<void> {
  const { file, read: produce } = input;
  const { value: bytes, problem } = await bytesOf(input);
  if (bytes === undefined) return check.refuse(file, { id: 'input-unreadable', message: problem, fix: 'name a file that is there and can be read' });
  const text = decode(bytes);
  if (typeof text !== 'string') return check.refuse(file, text);
  if (produce === undefined && text.trim() === '') {
    return check.refuse(file, { id: 'input-unreadable', message: 'nothing came through stdin; what is piped in may have failed', fix: 'run the command before the pipe alone, and use pipefail' });
  }
  check.add({ file, text });
}

async function bytesOf({ problem, read: produce }: Input): Promise<Attempt<Buffer>> {
  if (problem !== undefined) return { problem };
  return produce === undefined ? { value: await stdinText() } : attempt(produce);
}

function settings({ kubernetesVersion, closedWorld, config, disable = [] }: CheckArguments): Settings {
  const file = config ?? findConfig(process.cwd());
  const base = file === undefined ? DEFAULT_SETTINGS : fromFile(file);
  const known = ruleIds();
  const unknown = disable.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UsageError(`--disable ${unknown[0]}: there is no such rule${nearest(unknown[0], known)}; cdk8s-stateful rules lists all of them`);
  const target = { ...base.target, minor: minorOf(kubernetesVersion) ?? base.target.minor, closedWorld: closedWorld ?? base.target.closedWorld };
  return { ...base, target, disabled: new Map([...disable.map((id) => [id, { path: '--disable' }] as const), ...base.disabled]) };
}

function fromFile(file: string): Settings {
  const { value: bytes, problem } = attempt(() => readFileSync(file));
  if (bytes === undefined) throw new UsageError(`--config ${file}: ${problem}`);
  const text = decode(bytes);
  if (typeof text !== 'string') throw new UsageError(`--config ${file}: ${text.message}`);
  try {
    return readConfig(file, text);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

function minorOf(wanted: string | undefined): number | undefined {
  const minor = wanted === undefined ? undefined : parseMinor(wanted);
  if (wanted !== undefined && minor === undefined) throw new UsageError(`--kubernetes-version ${wanted} is no version of Kubernetes from 1.27 on; write for example 1.31`);
  return minor;
}

function exitCode({ unusable, summary }: CheckResult): number {
  return unusable ? Exit.UNUSABLE : summary.errors > 0 ? 1 : 0;
}

/** What the page of the rule says between its head and its source, which stand around it; nothing where the package has none. */
function page({ id, docsUrl }: Pick<RuleDescription, 'id' | 'docsUrl'>): string {
  const text = attempt(() => readFileSync(join(root(), 'docs', 'rules', `${id}.md`), 'utf8')).value ?? '';
  const told = text.slice(text.indexOf('\n## Why\n') + 1, text.lastIndexOf('\n## Source\n') + 1).trim();
  const docs = docsUrl.slice(0, docsUrl.indexOf('/rules/'));
  // The guides do not travel along.
  return told === '' ? '' : `${told.replace(/\]\(\.\.\//g, `](${docs}/`)}\n\n`;
}

function version(): string {
  return JSON.parse(readFileSync(join(root(), 'package.json'), 'utf8')).version;
}

function root(): string {
  return join(__dirname, '..', '..');
}

/** Colours for eyes only; NO_COLOR, FORCE_COLOR and TERM are Node's to judge. */
function colours(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}
