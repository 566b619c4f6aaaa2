import { readFileSync } from 'fs';
import { join, resolve } from 'path';
import { parseAllDocuments } from 'yaml';
import { atATime } from './at-a-time';
import { Claim, claimOf } from './page-claim';
import { atPort, startPlaced } from './placed';
import { proveVariants } from './rule-variants';
import { summary, table } from './table';
import { Part } from './tally';
import { CoreDns } from '../e2e/core-dns/core-dns';
import { Answer } from '../e2e/core-dns/resolver';
import { StubApi } from '../e2e/core-dns/stub-api';
import { exitOnSignals } from '../e2e/process/on-signal';
import { Run } from '../e2e/process/run';
import { waitFor } from '../e2e/process/wait';
import { pages } from '../scripts/rule-page';
import { DNS_RULES } from '../src/rules/dns-rules';

const FOLDER = join(resolve(__dirname, '..'), 'docs/rules');
const ZONE = 'db.prod.svc.cluster.local';
const MISSING = 'no-such-pod';
/** Seconds. */
const LIMIT = 30;
/** Milliseconds between two questions. */
const EVERY = 20;

/** A text of a page, and what the page says of it. */
interface Trial {
  readonly id: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly claim: Claim;
}

/** A CoreDNS that serves a text of a page, with the API server behind it. */
class Bench {
  private asked = 0;

  public constructor(private readonly api: StubApi, private readonly dns: CoreDns) {}

  public name(pod: string): string {
    return `${pod}.${ZONE}`;
  }

  public ask(name: string): Promise<Answer> {
    return this.dns.resolver.ask(name);
  }

  /** Lets these pods be there, and waits until CoreDNS knows. */
  public async publish(...pods: readonly string[]): Promise<void> {
    this.api.publish(pods);
    await this.until('the pods to be known', async () => (await this.ask(this.name(this.api.marker(this.asked++)))).rcode === 'NOERROR');
  }

  /** Waits until CoreDNS answers for itself: before it has read the API it says SERVFAIL. */
  public ready(): Promise<void> {
    return this.until('an answer', async () => (await this.ask(this.name(`early-${this.asked++}`))).rcode !== 'SERVFAIL');
  }

  /** Asks again and again until it holds. */
  public async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    await waitFor(what, LIMIT, holds, EVERY);
  }
}

function trials(): Trial[] {
  return pages().filter((id) => DNS_RULES.some((rule) => rule.id === id)).flatMap((id) => {
    const text = readFileSync(join(FOLDER, `${id}.md`), 'utf8');
    return ['Incorrect', 'Correct'].map((heading) => {
      const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))!;
      const block = (language: string) => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm').exec(section)![1];
      const files = Object.assign({}, ...parseAllDocuments(block('yaml')).map((document) => (document as any).toJS().data));
      return { id, name: `${id}, ${heading.toLowerCase()}`, files: inFolder(files), claim: claimOf(block('text').trim()) };
    });
  });
}

/** The keys as the files that the Corefile imports. */
function inFolder({ Corefile, ...imported }: Record<string, string>): Record<string, string> {
  return { Corefile, ...Object.fromEntries(Object.entries(imported).map(([key, text]) => [`custom/${key}`, text])) };
}

async function prove(run: Run, { files, claim }: Trial): Promise<string | undefined> {
  const api = await StubApi.start();
  try {
    const dns = await startPlaced(run, files, api.url);
    try {
      if (claim.kind === 'refused') return differs(atPort(claim.text, dns.port), dns.refusal ?? 'it starts');
      if (dns.refusal !== undefined) return `it does not start: ${dns.refusal}`;
      const bench = new Bench(api, dns);
      await bench.ready();
      return await found(bench, claim);
    } finally {
      await dns.stop();
    }
  } finally {
    await api.stop();
  }
}

async function found(bench: Bench, claim: Exclude<Claim, { kind: 'refused' }>): Promise<string | undefined> {
  if (claim.kind === 'answers') return differs(claim.rcode, (await bench.ask(claim.name)).rcode);
  return claim.kind === 'kept' ? keeps(bench, claim.seconds) : denies(bench, claim.denied);
}

/** Asks for a pod before it is there, lets it come, and asks again: what is said then comes out of the cache. */
async function keeps(bench: Bench, seconds: number): Promise<string | undefined> {
  const start = Date.now();
  const first = await bench.ask(bench.name(MISSING));
  await bench.publish(MISSING);
  const second = await bench.ask(bench.name(MISSING));
  const said = `${first.rcode} ${second.rcode}`;
  if (seconds === 0) return differs('NXDOMAIN NOERROR', said);
  if (said !== 'NXDOMAIN NXDOMAIN' || first.ttl !== seconds) return differs(`NXDOMAIN NXDOMAIN with ttl ${seconds}`, `${said} with ttl ${first.ttl}`);
  // The TTL is the time for which the cache keeps the answer; short ones are waited for.
  if (seconds > 5) return undefined;
  await bench.until('the pod to be found', async () => (await bench.ask(bench.name(MISSING))).rcode === 'NOERROR');
  const passed = (Date.now() - start) / 1000;
  return passed > seconds - 1 && passed < seconds + 2 ? undefined : differs(`${seconds} seconds`, `${passed} seconds`);
}

/** Lets a pod that was asked for go until CoreDNS says so, and come back: what is said then comes out of the cache. */
async function denies(bench: Bench, denied: boolean): Promise<string | undefined> {
  await bench.publish('pod-0');
  const rcode = async () => (await bench.ask(bench.name('pod-0'))).rcode;
  if (await rcode() !== 'NOERROR') return 'the pod is not found';
  await bench.publish();
  await bench.until('the pod to be gone', async () => await rcode() === 'NXDOMAIN');
  await bench.publish('pod-0');
  return differs(denied ? 'NXDOMAIN' : 'NOERROR', await rcode());
}

function differs(expected: string, actual: string): string | undefined {
  return actual === expected ? undefined : `expected ${expected}, got ${actual}`;
}

/**
 * Starts CoreDNS with the texts of every page about cluster DNS, and holds it against what the page says.
 *
 * @param ids only these pages
 */
export async function provePages(run: Run, ids: readonly string[] = []): Promise<Part> {
  const all = trials().filter(({ id }) => ids.length === 0 || ids.includes(id));
  const failures: string[] = [];
  await atATime(all, async (trial) => {
    const difference = await prove(run, trial).catch((error: Error) => error.message);
    if (difference !== undefined) failures.push(`${trial.name}: ${difference}`);
  });
  const passed = all.length - failures.length;
  if (all.length === 0) failures.push(`there is no page ${ids.join(', ')}`);
  return { name: 'pages of rules', passed, failed: failures.length, detail: `${new Set(all.map(({ id }) => id)).size} pages`, failures };
}

async function main(ids: readonly string[]): Promise<void> {
  exitOnSignals();
  const run = new Run();
  try {
    const parts = [await provePages(run, ids), ...(ids.length === 0 ? [await proveVariants(run)] : [])];
    for (const { failures } of parts) for (const failure of failures) console.log(failure);
    console.log(`${table(parts)}\n\n${summary(parts)}`);
    process.exitCode = parts.every(({ failed }) => failed === 0) ? 0 : 1;
  } finally {
    await run.stop();
  }
}

if (require.main === module) void main(process.argv.slice(2));
