// Writes docs/rules.md, and the heads of docs/rules/*.md, from the catalogue of rules. With --check nothing is written: it
// fails when a file differs.
import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { differs, pageFile, pages, readPage, withRule } from './rule-page';
import { RULES } from '../src/rules';
import { DISRUPTION_RULES } from '../src/rules/disruption-rules';
import { DNS_RULES } from '../src/rules/dns-rules';
import { IDENTITY_RULES } from '../src/rules/identity-rules';
import { ORDERING_RULES } from '../src/rules/ordering-rules';
import { POD_RULES } from '../src/rules/pod-rules';
import type { Rule } from '../src/rules/rule';
import { STORAGE_RULES } from '../src/rules/storage-rules';

const ROOT = resolve(__dirname, '..');
const FILE = join(ROOT, 'docs/rules.md');

const GROUPS: ReadonlyArray<readonly [title: string, about: string, rules: readonly Rule[]]> = [
  ['Identity', 'Names, labels, selectors and Services: how a pod is found.', IDENTITY_RULES],
  ['Pod', 'The pod template as far as it decides whether a pod starts and is ready.', POD_RULES],
  ['Storage', 'Claim templates, volumes and mounts.', STORAGE_RULES],
  ['Ordering', 'Start, update and stop.', ORDERING_RULES],
  ['Disruption', 'PodDisruptionBudgets and spreading.', DISRUPTION_RULES],
  ['Cluster DNS', 'Corefiles in the ConfigMaps of CoreDNS and of the node cache: whether a pod is found as soon as it is there.', DNS_RULES],
];

/** Minor versions that the API server's verdict is asked for. */
const OLDEST = 25;
const NEWEST = 37;

/** Ids of findings that no manifest rule reports: src/private/declaration.ts and src/private/registry.ts. */
const OF_THE_DECLARATION: ReadonlyArray<readonly [id: string, severity: 'error' | 'warning', acknowledgeable: boolean, sentence: string]> = [
  ['target', 'error', false, '`kubernetesVersion` is a version of Kubernetes 1.x and `clusterDomain` is a DNS name'],
  ['peer-template', 'error', false, 'a template of `peers()` or `self()` is not empty and uses placeholders that have a value there, and a selection has members'],
  ['peer-list-empty', 'error', false, 'a set whose members are listed has pods'],
  ['ordinal-unknown', 'error', false, 'an ordinal that is asked for is one of the set'],
  ['bootstrap-range-unstated', 'error', true, 'where members bootstrap together and a peer list is rendered, their number at the first start is said, unless there are three replicas'],
  ['bootstrap-size', 'error', false, '`bootstrapSize` is a whole number from 1 to the number of replicas'],
  ['autoscaler-derived', 'error', true, 'a set that an autoscaler targets says `autoscale` wherever something was derived from the number of replicas'],
  ['replicas-or-autoscale', 'error', false, '`replicas` and `autoscale` are not both given, and `autoscale` is a range of whole numbers from 1 on'],
  ['peer-services-unused', 'warning', true, 'the names of peer Services are used: by a template, or by whatever asks the declaration for them'],
  ['autoscaler-missing', 'warning', true, 'a set that says `autoscale` is the target of a HorizontalPodAutoscaler of its chart: without one it starts with one pod'],
  ['plus-defaults', 'warning', true, 'a container that is attached as an object has no value that cdk8s-plus assumes for a web server'],
  ['acknowledgement', 'error', false, 'an acknowledgement names a rule that exists, gives a reason, and is not about what the API server rejects'],
  ['declaration', 'error', false, 'claims, containers, ordinals, ports and peer Services that a declaration names are those of its own set, and fields fit their type'],
  ['renders', 'error', false, 'every object of the declaration can be rendered'],
];

/** Marks where a finding of the rule carries a severity or a verdict of its own. */
function asterisk(rule: Rule, field: 'severity' | 'rejected'): string {
  return differs(rule, field) ? '\\*' : '';
}

/** From which minor version on the API server itself rejects a violation. */
function rejection({ rejected }: Rule): string {
  const minors = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => OLDEST + i);
  const refusing = minors.filter((minor) => rejected?.(minor));
  if (refusing.length === 0) return 'never';
  if (refusing.length === minors.length) return 'always';
  const [first, last] = [refusing[0], refusing[refusing.length - 1]];
  if (last - first + 1 !== refusing.length) return refusing.map((minor) => `1.${minor}`).join(', ');
  if (last === NEWEST) return `from 1.${first}`;
  return first === OLDEST ? `up to 1.${last}` : `1.${first} to 1.${last}`;
}

/** Text inside a cell of a table. */
function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}

function ruleTable(rules: readonly Rule[]): string[] {
  const known = new Set(pages());
  const title = (rule: Rule) => known.has(rule.id) ? `[${cell(rule.title)}](rules/${rule.id}.md)` : cell(rule.title);
  const row = (rule: Rule) => [
    `\`${rule.id}\``, `${rule.severity}${asterisk(rule, 'severity')}`, title(rule), `${rejection(rule)}${asterisk(rule, 'rejected')}`,
  ].join(' | ');
  return ['| id | severity | invariant | rejected by the API server |', '|---|---|---|---|', ...rules.map((rule) => `| ${row(rule)} |`)];
}

/** The text of docs/rules.md. */
export function ruleList(): string {
  const missing = RULES.filter((rule) => !GROUPS.some(([, , rules]) => rules.includes(rule))).map(({ id }) => id);
  if (missing.length > 0) throw new Error(`no group has ${missing.join(', ')}: add its list to GROUPS`);
  const count = (severity: string) => RULES.filter((rule) => rule.severity === severity).length;
  return [
    '<!-- Generated by scripts/rule-list.ts from src/rules. Do not edit: run ts-node -P scripts/tsconfig.json scripts/rule-list.ts -->',
    '',
    '# Rules',
    '',
    `${RULES.length} rules are held against the rendered manifests at every synth: ${count('error')} errors, ${count('warning')} warnings and`,
    `${count('info')} infos. What each severity does, and how to acknowledge a finding, is in`,
    '[Errors, warnings, acknowledgements](guides/findings.md). [The catalogue](catalogue.md) tells which invariants they hold, and what no',
    'manifest shows.',
    '',
    '*Rejected by the API server*: the Kubernetes versions whose API server refuses a violation when it is applied,',
    `among 1.${OLDEST} to 1.${NEWEST}. What the API server of the target version (\`kubernetesVersion\`, 1.28 unless said) rejects cannot`,
    'be acknowledged; *never* means that a violation is accepted, and shows later. An asterisk: a single finding of the',
    'rule may differ, by what is written; its `severity` and `acknowledgeable` tell.',
    '',
    '## The declaration itself',
    '',
    'These ids are no manifest rules. They are about the declaration, before or beside any manifest:',
    '',
    '| id | invariant | severity | can be acknowledged |',
    '|---|---|---|---|',
    ...OF_THE_DECLARATION.map(([id, severity, acknowledgeable, sentence]) => `| \`${id}\` | ${sentence} | ${severity} | ${acknowledgeable ? 'yes' : 'no'} |`),
    '',
    'What a declaration shows before any manifest is reported under the id of the rule, in the words of the declaration and',
    'once: `container-present`, `vct-duplicate-name`, `vct-shadows-volume`, `volume-name-unique`, `selector-matches-template`,',
    '`update-strategy-valid` and `pdb-selector-empty` as errors that cannot be acknowledged there; `partition-below-replicas` as a',
    'warning; `pdb-single-replica` as an error that can, since one replica is a choice.',
    ...GROUPS.flatMap(([title, about, rules]) => ['', `## ${title}`, '', about, '', ...ruleTable(rules)]),
    '',
    '## Sources',
    '',
    'The source line, issue or run that each rule rests on. `kubernetes#n` and a bare path under `pkg/` are of',
    'kubernetes/kubernetes.',
    '',
    ...RULES.map(({ id, source }) => `- \`${id}\`: ${cell(source)}`),
    '',
  ].join('\n');
}

/** The files that this script owns or heads, with the text that they should have. */
function files(): Array<readonly [file: string, text: string]> {
  const heads = RULES.filter(({ id }) => pages().includes(id)).map((rule) => [pageFile(rule.id), withRule(readPage(rule.id), rule)] as const);
  return [[FILE, ruleList()], ...heads];
}

function main(check: boolean): number {
  const differing = files().filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  for (const [file, text] of differing) {
    if (check) console.error(`${relative(ROOT, file)} differs from the rules: run ts-node -P scripts/tsconfig.json scripts/rule-list.ts`);
    else writeFileSync(file, text);
    if (!check) console.log(`written: ${relative(ROOT, file)}`);
  }
  return check && differing.length > 0 ? 1 : 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2).includes('--check'));
