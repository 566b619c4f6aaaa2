import { atATime } from '../at-a-time';
import { Progress } from '../progress';
import { Part } from '../tally';
import { Bench } from './bench';
import { Cluster } from './cluster';
import { isolated } from './isolated';
import { objectsOf, PageBlock } from './page-blocks';
import { claimsOf, ServerClaim, Version, VERSIONS } from './server-claim';
import { isLonely, proveClaim } from './verdicts';

/** Blocks at a time on one server: they wait for controllers most of the time. */
const AT_A_TIME = 24;

interface Trial {
  readonly block: PageBlock;
  readonly claim: ServerClaim;
  readonly name: string;
}

/** Blocks that can be tried, and why the others cannot. */
function trialsOf(blocks: readonly PageBlock[], version: Version): { trials: Trial[]; unread: string[] } {
  const trials: Trial[] = [];
  const unread: string[] = [];
  for (const block of blocks) {
    const name = `${block.file}:${block.line} (${block.heading}, Kubernetes ${version})`;
    try {
      trials.push({ block, name, claim: claimsOf(block.statement).get(version)! });
    } catch (error) {
      if (version === VERSIONS[0]) unread.push(`${name}: ${(error as Error).message}`);
    }
  }
  return { trials, unread };
}

/** Sends the blocks to a server of this version, and holds what happens against what the pages say. */
export async function provePages(blocks: readonly PageBlock[], version: Version): Promise<Part> {
  const { trials, unread } = trialsOf(blocks, version);
  const failures = [...unread];
  const progress = new Progress(`pages on Kubernetes ${version}`, trials.length);
  const together = trials.filter(({ claim }) => !isLonely(claim));
  const attempt = async (cluster: Cluster, trial: Trial, index: number) => {
    const difference = await proveTrial(cluster, trial, index).catch((error: Error) => error.message);
    if (difference !== undefined) failures.push(`${trial.name}: ${difference}`);
    progress.step();
  };
  const lonely = async () => {
    for (const trial of trials.filter(({ claim }) => isLonely(claim))) await onCluster(version, (cluster) => attempt(cluster, trial, 0));
  };
  await Promise.all([
    onCluster(version, (cluster) => atATime([...together.entries()], ([index, trial]) => attempt(cluster, trial, index), AT_A_TIME)),
    lonely(),
  ]);
  const beyond = trials.filter(({ claim }) => claim.beyond !== undefined).length;
  const pages = new Set(trials.map(({ block }) => block.id)).size;
  return {
    name: `pages, Kubernetes ${version}`,
    passed: trials.length - failures.length + unread.length,
    failed: failures.length,
    detail: `${pages} pages; ${beyond} blocks need more than an API server to fail`,
    failures,
  };
}

async function onCluster(version: Version, work: (cluster: Cluster) => Promise<void>): Promise<void> {
  const cluster = await Cluster.start(version);
  try {
    await work(cluster);
  } finally {
    await cluster.stop();
  }
}

async function proveTrial(cluster: Cluster, { block, claim }: Trial, index: number): Promise<string | undefined> {
  return proveClaim(new Bench(cluster, isolated(objectsOf(block), `p${index}`)), claim);
}
