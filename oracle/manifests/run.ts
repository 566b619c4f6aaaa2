/** Holds what rules and pages say of manifests against real API servers and controllers. */
import { relative, resolve } from 'path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { KnownFields, knownFields } from './fields/known-fields';
import { KNOWN_DIFFERENCES, UNREADABLE } from './known-differences';
import { PageBlock, pagesIn, readBlocks } from './page-blocks';
import { mutantsOf, proveFields, relatedMutants } from './prove-fields';
import { provePages } from './prove-pages';
import { proveRendering } from './prove-rendering';
import { casesOf, proveStandards } from './prove-standards';
import { proveUnknown } from './prove-unknown';
import { renderedSets } from './rendering/rendered-sets';
import { Version, VERSIONS } from './server-claim';
import { goBinary } from '../../e2e/build/go-binary';
import { ETCD, kubectl, kubernetes } from '../../e2e/build/programs';
import { exitOnSignals } from '../../e2e/process/on-signal';
import { DNS_RULES } from '../../src/rules/dns-rules';
import { summary, table } from '../table';
import { Part } from '../tally';

const PART_NAMES = ['pages', 'rendering', 'unknown', 'fields', 'relations', 'standards'];
const PAGES = relative(process.cwd(), resolve(__dirname, '../../docs/rules'));

const DEFAULT_COUNT = 12_000;
/** Generated declarations that are applied. */
const GENERATED = 3;

interface Options {
  readonly pages: string;
  readonly only?: readonly string[];
  readonly kubernetes: readonly Version[];
  readonly count: number;
  readonly seed: number;
  readonly fields?: boolean;
  readonly kinds?: readonly string[];
  readonly parts: readonly string[];
}

/** What cannot be run has failed, and the other parts are run all the same. */
async function attempt(name: string, part: () => Promise<Part>): Promise<Part> {
  try {
    return await part();
  } catch (error) {
    return { name, passed: 0, failed: 1, detail: 'not run to its end', failures: [(error as Error).message] };
  }
}

/** The blocks of the pages about manifests; a page that cannot be read is a failure. */
function blocksIn({ pages, only }: Options): { blocks: PageBlock[]; unread: string[] } {
  const ofDns = new Set(DNS_RULES.map(({ id }) => id));
  const unread: string[] = [];
  const blocks = pagesIn(pages, (id) => !ofDns.has(id) && (only?.includes(id) ?? true)).flatMap((id) => {
    try {
      return readBlocks(pages, id);
    } catch (error) {
      unread.push((error as Error).message);
      return [];
    }
  });
  return { blocks, unread };
}

const PARTS: ReadonlyMap<string, (options: Options) => Promise<Part[]>> = new Map([
  ['pages', pageParts], ['rendering', renderingParts], ['unknown', unknownParts], ['fields', fieldParts], ['relations', relationParts], ['standards', standardParts],
]);

async function partsOf(options: Options): Promise<Part[]> {
  goBinary(ETCD);
  for (const version of options.kubernetes) {
    for (const program of [kubernetes('kube-apiserver', version), kubernetes('kube-controller-manager', version), kubectl(version)]) goBinary(program);
  }
  const wanted = options.only ? ['pages'] : options.parts;
  const parts: Part[] = [];
  for (const name of wanted) parts.push(...await PARTS.get(name)!(options));
  return parts;
}

async function pageParts(options: Options): Promise<Part[]> {
  const { blocks, unread } = blocksIn(options);
  if (blocks.length === 0) unread.push(`there is no page in ${options.pages}${options.only ? ` of ${options.only.join(', ')}` : ''}`);
  const reading: Part = { name: 'pages read', passed: blocks.length, failed: unread.length, detail: 'two blocks each', failures: unread };
  return [reading, ...await Promise.all(options.kubernetes.map((version) => attempt(`pages, Kubernetes ${version}`, () => provePages(blocks, version))))];
}

/** What the library renders, applied with kubectl. */
function renderingParts({ kubernetes: versions, seed }: Options): Promise<Part[]> {
  const sets = renderedSets(GENERATED, seed);
  return Promise.all(versions.map((version) => attempt(`rendering, Kubernetes ${version}`, () => proveRendering(sets, version))));
}

/** Fields that a version does not know. */
function unknownParts({ kubernetes: versions }: Options): Promise<Part[]> {
  return Promise.all(versions.map((version) => attempt(`unknown fields, Kubernetes ${version}`, () => proveUnknown(version))));
}

/** Mistakes in every field that rules read or constructs render. */
async function fieldParts({ count, seed, kubernetes: versions, pages, fields: list, kinds }: Options): Promise<Part[]> {
  const fields = knownFields(seed);
  if (list) console.log(listed(fields));
  const mutants = mutantsOf(count, seed, fields).filter(({ objects, changed, fields: [field] }) => kinds?.includes(field?.split('.')[0] ?? objects[changed].kind) ?? true);
  console.error(`seed ${seed}`);
  const known: Part = {
    name: 'fields known',
    passed: new Set([...fields.read.keys(), ...fields.rendered]).size - fields.untried.length,
    failed: fields.untried.length,
    detail: `${fields.read.size} read by rules, ${fields.rendered.size} rendered; --fields lists them`,
    failures: fields.untried.map((field) => `no mistake is made in ${field}: put it into oracle/manifests/fields/whole.yaml`),
  };
  return [known, ...await Promise.all(versions.map((version) => attempt(`fields, Kubernetes ${version}`, () => proveFields('fields', mutants, version, pages))))];
}

/** Mistakes that are none by themselves: pairs, twins, second members of unions, requests and limits. */
async function relationParts({ count, seed, kubernetes: versions, pages }: Options): Promise<Part[]> {
  const { mutants, kinds } = relatedMutants(count, seed);
  console.error(`seed ${seed}`);
  const made: Part = { name: 'relations made', passed: mutants.length, failed: 0, detail: `${kinds}; two at a time in ${Math.ceil(count / 4)} sets of chance`, failures: [] };
  return [made, ...await Promise.all(versions.map((version) => attempt(`relations, Kubernetes ${version}`, () => proveFields('relations', mutants, version, pages))))];
}

/** Pods in namespaces that enforce a level of Pod Security. */
function standardParts({ count, seed, kubernetes: versions }: Options): Promise<Part[]> {
  const cases = casesOf(Math.ceil(count / 4), seed);
  console.error(`seed ${seed}`);
  return Promise.all(versions.map((version) => attempt(`standards, Kubernetes ${version}`, () => proveStandards(version, cases))));
}

function listed({ read, rendered }: KnownFields): string {
  const all = [...new Set([...read.keys(), ...rendered])].sort();
  return all.map((field) => `${read.has(field) ? 'read' : '    '}  ${rendered.has(field) ? 'rendered' : '        '}  ${field}`).join('\n');
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 is needed');
  return Number(text);
}

async function main(): Promise<void> {
  const options = new Command('test:oracle')
    .option('--pages <folder>', 'where the pages are', PAGES)
    .option('--only <id...>', 'these rules alone')
    .addOption(new Option('--parts <name...>', 'these parts alone').choices(PART_NAMES).default(PART_NAMES))
    .addOption(new Option('--kubernetes <version...>', 'these versions alone').choices(VERSIONS).default(VERSIONS))
    .option('--count <number>', 'how many sets of manifests with mistakes, and how many relations', positive, DEFAULT_COUNT)
    .option('--seed <number>', 'what they are made from', positive, 1 + Date.now() % 1e9)
    .option('--kinds <kind...>', 'mistakes in objects of these kinds alone')
    .option('--fields', 'list the fields in which mistakes are made')
    .parse().opts<Options>();
  const start = performance.now();
  const parts = await partsOf(options).catch((error: Error): Part[] => [{ name: 'building', passed: 0, failed: 1, detail: 'nothing was run', failures: [error.message] }]);
  for (const { name, failures } of parts) for (const failure of failures) console.log(`${name}: ${failure}\n`);
  for (const { name, reason, proof } of options.only || !options.parts.some((part) => part === 'fields' || part === 'relations') ? [] : [...KNOWN_DIFFERENCES, UNREADABLE]) console.log(`known: ${name}: ${reason}; ${proof}\n`);
  console.log(`${table(parts)}\n\n${Math.round((performance.now() - start) / 1000)} s\n${summary(parts)}`);
  process.exitCode = parts.every(({ failed }) => failed === 0) ? 0 : 1;
}

exitOnSignals();
void main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
