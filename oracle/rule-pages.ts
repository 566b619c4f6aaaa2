import { readFileSync } from 'fs';
import { join, resolve } from 'path';
import { parseAllDocuments } from 'yaml';
import { ask, Answer } from './ask';
import { startProcess, unusedPort } from './core-dns-process';
import { Claim, claimOf } from './page-claim';
import { atPort, placed } from './placed';
import { PodApi } from './pod-api';
import { proveVariants } from './rule-variants';
import { goBinary } from '../e2e/build/go-binary';
import { coreDns } from '../e2e/build/programs';
import { pages } from '../scripts/rule-page';
import { DNS_RULES } from '../src/rules/dns-rules';

const FOLDER = join(resolve(__dirname, '..'), 'docs/rules');
const ZONE = 'db.prod.svc.cluster.local';
const MISSING = 'no-such-pod';
const LIMIT = 30_000;

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

  public constructor(private readonly api: PodApi, private readonly port: number) {}

  public name(pod: string): string {
    return `${pod}.${ZONE}`;
  }

  public ask(name: string): Promise<Answer> {
    return ask(this.port, name);
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
    const end = Date.now() + LIMIT;
    while (!await holds()) {
      if (Date.now() > end) throw new Error(`waited ${LIMIT} ms for ${what}`);
      await new Promise((resolved) => setTimeout(resolved, 20));
    }
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

async function prove(binary: string, { files, claim }: Trial): Promise<string | undefined> {
  const api = await PodApi.start();
  const port = await unusedPort();
  const coreDnsProcess = await startProcess(binary, placed(files, port, api.url), port);
  try {
    if (claim.kind === 'refused') return differs(atPort(claim.text, port), coreDnsProcess.refusal ?? 'it starts');
    if (coreDnsProcess.refusal !== undefined) return `it does not start: ${coreDnsProcess.refusal}`;
    const bench = new Bench(api, port);
    await bench.ready();
    return await found(bench, claim);
  } finally {
    await coreDnsProcess.stop();
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
 * @param ids only these pages, and no variants of them
 */
export async function provePages(ids: readonly string[] = []): Promise<{ passed: number; failed: number }> {
  const binary = goBinary(coreDns('1.15.0'));
  const all = trials().filter(({ id }) => ids.length === 0 || ids.includes(id));
  let failed = 0;
  for (const trial of all) {
    const difference = await prove(binary, trial).catch((error: Error) => error.message);
    if (difference !== undefined) failed++;
    console.log(`${difference === undefined ? 'proved' : 'FAILED'} ${trial.name}${difference === undefined ? '' : `: ${difference}`}`);
  }
  const variants = ids.length === 0 ? await proveVariants(binary) : { passed: 0, failed: 0 };
  return { passed: all.length - failed + variants.passed, failed: failed + variants.failed };
}

if (require.main === module) {
  void provePages(process.argv.slice(2)).then(({ passed, failed }) => {
    console.log(`${passed} proved, ${failed} failed`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  });
}
