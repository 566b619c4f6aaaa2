/** Holds what rules and pages say of manifests against real API servers and controllers. */
import { relative, resolve } from 'path';
import { Command } from 'commander';
import { PageBlock, pagesIn, readBlocks } from './page-blocks';
import { provePages } from './prove-pages';
import { Version, VERSIONS } from './server-claim';
import { goBinary } from '../../e2e/build/go-binary';
import { ETCD, kubernetes } from '../../e2e/build/programs';
import { exitOnSignals } from '../../e2e/process/on-signal';
import { DNS_RULES } from '../../src/rules/dns-rules';
import { summary, table } from '../table';
import { Part } from '../tally';

const PAGES = relative(process.cwd(), resolve(__dirname, '../../docs/rules'));

interface Options {
  readonly pages: string;
  readonly only?: readonly string[];
  readonly kubernetes: readonly Version[];
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

async function partsOf(options: Options): Promise<Part[]> {
  for (const version of options.kubernetes) for (const command of ['kube-apiserver', 'kube-controller-manager'] as const) goBinary(kubernetes(command, version));
  goBinary(ETCD);
  const { blocks, unread } = blocksIn(options);
  if (blocks.length === 0) unread.push(`there is no page in ${options.pages}${options.only ? ` of ${options.only.join(', ')}` : ''}`);
  const reading: Part = { name: 'pages read', passed: blocks.length, failed: unread.length, detail: 'two blocks each', failures: unread };
  const proved = await Promise.all(options.kubernetes.map((version) => attempt(`pages, Kubernetes ${version}`, () => provePages(blocks, version))));
  return [reading, ...proved];
}

async function main(): Promise<void> {
  const options = new Command('test:oracle')
    .option('--pages <folder>', 'where the pages are', PAGES)
    .option('--only <id...>', 'these rules alone')
    .option('--kubernetes <version...>', 'these versions alone', VERSIONS as unknown as string[])
    .parse().opts<Options>();
  const start = performance.now();
  const parts = await partsOf(options);
  for (const { name, failures } of parts) for (const failure of failures) console.log(`${name}: ${failure}\n`);
  console.log(`${table(parts)}\n\n${Math.round((performance.now() - start) / 1000)} s\n${summary(parts)}`);
  process.exitCode = parts.every(({ failed }) => failed === 0) ? 0 : 1;
}

exitOnSignals();
void main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
