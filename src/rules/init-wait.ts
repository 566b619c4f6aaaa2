import { list, map, text } from './json';
import { hasProbe } from './probes';
import type { FieldPath } from './rule';
import type { ContainerView, SetView } from './set-view';
import { type Block, type Command, type Item, commandsOf, leaves, single } from './shell-script';
import { ordered } from './update-strategy';

/** Something that waits for a pod which OrderedReady creates only when the one that waits is ready. */
export interface Wait {
  readonly view: ContainerView;
  readonly pod: string;
  /** Whether it never ends without that pod, for all that is written; otherwise the script may go on after all. */
  readonly certain: boolean;
}

/** Commands that fail for a name that does not resolve. */
const FAILS = /^(nslookup|getent|host|nc|ncat|ping|curl|wget|pg_isready|psql|redis-cli|mysqladmin|mysql|mongo|mongosh)$/;
/** Options of the readers of addresses that stand before one; other options take a value. */
const SWITCH = /^(-[fsSLkIvq]+|--(fail|silent|spider|quiet|insecure|head|location)|-q?O-)$/;
const WAITS = /(^|[-_/])wait|dockerize/;
/** They name a host and ask nobody. */
const QUIET = /^(echo|printf|export|cat|grep|sed|awk|:|true|false|sleep)$/;
const ENDLESS = /^(true|:|false|\[|\[\[|test|sleep)$/;
/** No script names so many; a limit keeps the judgement linear. */
const MANY = 100;
/** A script that asks who it is may wait for its predecessor only. */
const ASKS_WHO = /HOSTNAME|hostname|POD_NAME|ORDINAL|POD_INDEX/;
const OF_POD = /^metadata\.name$|pod-name|pod-index/;
const RANGE = /(?:\$\(|`)seq\s+(?:\d+\s+)?(\d+)(?:\)|`)|\{\d+\.\.(\d+)\}/g;

/** The waits of a set's init containers for higher ordinals, at most one a container. */
export function initWaits(set: SetView): Wait[] {
  return ordered(set) ? set.containers.filter((view) => view.init && !view.sidecar)
    .flatMap((view) => waitsIn(set, view, [view.container.command, view.container.args], (command, script) => inLoop(command) ?? alone(command, script))) : [];
}

/** The waits of containers that come before the server in the command of the container itself, where a probe sees it. */
export function entrypointWaits(set: SetView): Wait[] {
  if (!ordered(set)) return [];
  return set.containers.filter((view) => !view.init && (hasProbe(view, 'readinessProbe') || hasProbe(view, 'startupProbe')))
    .flatMap((view) => waitsIn(set, view, [view.container.command, view.container.args], (command) => inLoop(command)));
}

/** Probes without which a pod is not ready and that ask for a higher ordinal, with the path of their command. */
export function probeWaits(set: SetView): Array<Wait & { readonly path: FieldPath }> {
  if (!ordered(set)) return [];
  return set.containers.filter(({ init, sidecar }) => !init || sidecar).flatMap((view) => ['readinessProbe', 'startupProbe'].flatMap((probe) => (
    waitsIn(set, view, [map(map(view.container[probe]).exec).command], (command, script) => inLoop(command) ?? alone(command, script, true))
      .map((wait) => ({ ...wait, path: [...view.path, probe, 'exec', 'command'] }))
  )));
}

/** What a command that names the pod means for the script: that it does not end, that it may not, or nothing. */
type Verdict = 'certain' | 'possible' | undefined;

interface Script {
  readonly commands: readonly Command[];
  /** Whether the first command that fails ends it, from the start on. */
  readonly errexit: boolean;
}

/** A command that names a pod of a higher ordinal. */
interface Naming {
  readonly command: Command;
  readonly pod: string;
  /** The word that does, and where. */
  readonly at: number;
  readonly before: string;
  /** Whether it is the pod's name under the set's own Service, which nothing else can have. */
  readonly full: boolean;
}

type Judge = (naming: Naming, script: Script) => Verdict;

/** The wait of a script for a pod above the first one: a certain one rather than a possible one. */
function waitsIn(set: SetView, view: ContainerView, texts: readonly unknown[], judge: Judge): Wait[] {
  const words = texts.flatMap(list).filter((word): word is string => typeof word === 'string');
  // Nearly no script names its set; nothing is parsed for the others.
  if (set.name === '' || !words.some((word) => word.includes(set.name)) || words.some((word) => ASKS_WHO.test(word)) || asksByVariable(view, words)) return [];
  const script = scriptOf(words);
  let possible: Wait[] = [];
  for (const naming of script.commands.flatMap(namingsOf(set)).slice(0, MANY)) {
    const verdict = judge(naming, script);
    if (verdict === 'certain') return [{ view, pod: naming.pod, certain: true }];
    if (verdict === 'possible' && possible.length === 0) possible = [{ view, pod: naming.pod, certain: false }];
  }
  return possible;
}

/** Whether a variable that holds the pod's own name is used. */
function asksByVariable({ container }: ContainerView, words: readonly string[]): boolean {
  const own = list(container.env).map(map).filter(({ valueFrom }) => OF_POD.test(text(map(map(valueFrom).fieldRef).fieldPath) ?? ''));
  return own.some(({ name }) => text(name) && words.some((word) => word.includes(name)));
}

/** The script behind `sh -c`, or the command itself. */
function scriptOf(words: readonly string[]): Script {
  const shell = words.findIndex((word) => /(^|\/)(ba|da|a|k|z)?sh$/.test(word));
  const option = shell === -1 ? -1 : optionOf(words, shell + 1);
  if (option === -1 || words[option + 1] === undefined) return { commands: single(words), errexit: false };
  const options = words.slice(shell + 1, option + 1);
  // What follows the script are its arguments.
  return { commands: commandsOf(words[option + 1]) ?? [], errexit: options.some((word) => /^-[a-z]*e|^errexit$/.test(word)) };
}

/** Where `-c` stands among the options of a shell; -1 where a file is its script. */
function optionOf(words: readonly string[], from: number): number {
  for (let at = from; /^[-+]/.test(words[at] ?? ''); at++) {
    if (/^-[a-z]*c[a-z]*$/.test(words[at])) return at;
    // `-o errexit`
    if (/^[-+]o$/.test(words[at])) at++;
  }
  return -1;
}

/** Finds in a command the first name of a pod above the first one, written out or counted by a loop around it. */
function namingsOf(set: SetView): (command: Command) => Naming[] {
  const name = set.name.replace(/[^A-Za-z0-9]/g, '\\$&');
  const pattern = new RegExp(`(?<![A-Za-z0-9.-])${name}-(?:([0-9]+)|\\$\\{?(\\w+)\\}?)((?:\\.[A-Za-z0-9-]+)*)(?![A-Za-z0-9-])`, 'g');
  // Values of loops are read once, however often a variable is used.
  const known = new Map<Block, number | undefined>();
  const counted = (block: Block) => {
    if (!known.has(block)) known.set(block, valuesOf(block).find((number) => number > set.start));
    return known.get(block);
  };
  return (command) => {
    for (const [at, word] of command.words.entries()) {
      for (const { 1: ordinal, 2: variable, 3: rest, index } of word.includes(set.name) ? word.matchAll(pattern) : []) {
        const [, service, namespace, svc] = rest.split('.');
        const own = namespace === undefined || namespace === set.namespace || (set.namespace === '' && svc === 'svc');
        const loop = variable === undefined ? undefined : ancestors(command).find(({ kind, header }) => kind === 'for' && header[0] === variable);
        const higher = variable === undefined ? Number(ordinal) : loop && counted(loop);
        // web-1.web.example.com is no name of the cluster, and web-1.web.other.svc is another set's.
        if (higher === undefined || higher <= set.start || (svc !== undefined && (svc !== 'svc' || !own))) continue;
        const before = word.slice(Math.max(0, index - 80), index);
        return [{ command, pod: set.podName(higher), at, before, full: own && service !== undefined && service === set.serviceName }];
      }
    }
    return [];
  };
}

/** The numbers that a loop gives its variable: `0 1 2`, `$(seq 0 2)` or `{0..2}`. */
function valuesOf({ header }: Block): number[] {
  const values = header.slice(2);
  const ends = values.flatMap((word) => [...word.matchAll(RANGE)]).map(([, a, b]) => Number(a ?? b));
  return [...ends, ...values.filter((word) => /^\d+$/.test(word)).map(Number)];
}

/** How sure it is that a command fails without the pod. */
function asks({ command: { words }, at, before }: Naming): 'fails' | 'waits' | 'unknown' | undefined {
  const [program, position] = programOf(words);
  if (words.some((word) => WAITS.test(word)) || /\b(until|while)\b/.test(words[at])) return 'waits';
  if (QUIET.test(program)) return undefined;
  if (at <= position) return /[$`]/.test(words[at]) ? 'unknown' : undefined;
  if (!FAILS.test(program)) return 'unknown';
  // `/conf/db-1.db` is a file, and the second of several hosts is asked when the first is silent.
  if (!/(^|["'= @,]|\/\/|^-h)$/.test(before)) return undefined;
  const takesValue = /^(curl|wget)$/.test(program) && (/^-/.test(before) || (/^-/.test(words[at - 1]) && !SWITCH.test(words[at - 1])));
  return takesValue || before.endsWith(',') ? 'unknown' : 'fails';
}

/** The program of a command and its place, without what only calls it. */
function programOf(words: readonly string[]): [program: string, position: number] {
  let at = 0;
  while (at < words.length && /^(!|exec|time|command|\w+=.*)$/s.test(words[at])) at++;
  if (words[at] === 'timeout') at += words.slice(at + 1).findIndex((word) => /^\d/.test(word)) + 2;
  return [(words[at] ?? '').split('/').at(-1)!, at];
}

/** Of a command in a loop: whether the loop ends only when the pod answers. */
function inLoop(naming: Naming): Verdict {
  const { command } = naming;
  const asked = asks(naming);
  if (asked === undefined || inBackground(command)) return undefined;
  const loop = loopOf(command);
  if (loop === undefined) return asked === 'waits' && !isForgiven(command) ? 'possible' : undefined;
  const sure = asked === 'fails' && naming.full && loop.after !== '|' && isReached(loop);
  if (command.outer === loop && command.inCondition) {
    const negated = command.words[0] === '!';
    // `while nslookup db-1.db` ends without the pod.
    if (FAILS.test(programOf(command.words)[0]) && negated === (loop.kind === 'until')) return undefined;
    const only = loop.items.filter(({ inCondition }) => inCondition).length === 1;
    return sure && only && loop.leaves === 0 && command.after !== '|' ? 'certain' : 'possible';
  }
  const [condition] = loop.items.filter(isCommand);
  if (!condition?.inCondition || !ENDLESS.test(programOf(condition.words)[0])) return undefined;
  // `while true; do nslookup db-1.db && break; done`
  const next = loop.items[loop.items.indexOf(command) + 1];
  const breaks = command.outer === loop && command.after === '&&' && command.before !== '||' && next !== undefined && isCommand(next) && next.words[0] === 'break';
  return sure && breaks && loop.leaves === 1 && /^(true|:)$/.test(condition.words[0]) && loop.kind === 'while' ? 'certain' : 'possible';
}

/** Of a command outside a loop: whether the script fails with it, and is started again for ever. */
function alone(naming: Naming, { commands, errexit }: Script, probe = false): Verdict {
  const { command } = naming;
  const asked = asks(naming);
  if (asked === undefined || loopOf(command) || inBackground(command) || isForgiven(command)) return undefined;
  const negated = command.words[0] === '!';
  // `if ! nslookup db-1.db; then exit 1; fi`
  if (command.inCondition) return negated && asked === 'fails' && command.outer.leaves > 0 ? 'possible' : undefined;
  if (negated || command.after === '|') return undefined;
  if (asked === 'unknown' && !probe) return undefined;
  const strict = isStrict(errexit, commands, command);
  if (!isFatal(command, strict)) return undefined;
  const numbered = ancestors(command).some(({ kind }) => kind === 'for');
  const skipped = command.before === '||' || (command.before === '&&' && !command.final);
  return asked === 'fails' && naming.full && !skipped && !(numbered && !strict) && isReached(command, true) ? 'certain' : 'possible';
}

/** Whether a shell ends with the first failure where it comes to a command: what it was told last. */
function isStrict(errexit: boolean, commands: readonly Command[], { order }: Command): boolean {
  const told = commands.slice(0, order).filter(({ words, outer }) => words[0] === 'set' && (words.some((word) => /^\+[a-z]*[eo]/.test(word)) || outer.kind === 'script'));
  return told.reduce((strict, { words }) => {
    if (words.some((word) => /^\+[a-z]*e|^\+o/.test(word))) return false;
    return strict || words.some((word) => /^-[a-z]*e|^errexit$/.test(word));
  }, errexit);
}

/** Whether the failure of a command is that of the script, if it comes to it. */
function isFatal(command: Command, strict: boolean): boolean {
  const chain: Item[] = [command, ...ancestors(command).filter(({ kind }) => kind !== 'script')];
  return (strict && chain.every(({ after }) => after !== '&&' && after !== '||')) || exits(command) || chain.every(({ final }) => final);
}

/** Whether `|| exit 1` stands behind it. */
function exits(command: Command): boolean {
  if (command.after !== '||') return false;
  const next = command.outer.items[command.outer.items.indexOf(command) + 1];
  return next !== undefined && isCommand(next) && next.words[0] === 'exit' && next.words[1] !== '0';
}

/** Whether something else follows where it fails, as `|| true`. */
function isForgiven(command: Command): boolean {
  return command.after === '||' && !exits(command);
}

/** Whether a script comes to an item in any case: nothing before it may end the script, and nothing decides about it. */
function isReached(item: Item, chained = false): boolean {
  if ([item, ...ancestors(item)].some(({ before }) => before === '||' || (before === '&&' && !chained))) return false;
  if (ancestors(item).some(({ kind }) => !/^(script|for|braces|parentheses)$/.test(kind)) || item.inCondition) return false;
  return !hasLeftBefore(item);
}

/** Whether a command that may end the script stands before an item. */
function hasLeftBefore(item: Item): boolean {
  for (let inner = item; inner.outer; inner = inner.outer) {
    const before = inner.outer.items.slice(0, inner.outer.items.indexOf(inner));
    if (before.some((other) => isCommand(other) ? leaves(other.words) : (other as Block).leaves > 0)) return true;
  }
  return false;
}

function isCommand(item: Item): item is Command {
  return 'words' in item;
}

function loopOf(command: Command): Block | undefined {
  return ancestors(command).find(({ kind }) => kind === 'until' || kind === 'while');
}

/** Whether the script goes on without waiting for a command. */
function inBackground(command: Command): boolean {
  return [command, ...ancestors(command)].some(({ after }) => after === '&');
}

/** The compound commands around an item, from within. */
function ancestors(item: Item): Block[] {
  const found: Block[] = [];
  for (let block = item.outer; block; block = block.outer) found.push(block);
  return found;
}
