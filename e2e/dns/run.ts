import { readFileSync, writeFileSync } from 'fs';
import { availableParallelism, platform } from 'os';
import { join } from 'path';
import { Command } from 'commander';
import { parse } from 'yaml';
import { CASES, exampleCases, TOO_OLD } from './cases';
import { DnsCase } from './dns-case';
import { measureAll, Watched } from './measure';
import { OWNERS_TEXT, ownersOfKeys } from './owners';
import { failed, Result, summary, table } from './result';
import { Session } from './session';
import { lateSets, setOfManifest } from './stateful-sets';
import { goBinary } from '../build/go-binary';
import { COREDNS_VERSIONS, coreDns } from '../build/programs';
import { exitOnSignals } from '../process/on-signal';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'coredns-negative-cache');
/** The set that no case is about. */
const OTHER = 'other';

/** The sets of the cases, and the set of the example. */
function watchedSets(wanted: (each: DnsCase) => boolean): { watched: Watched[]; other: ReturnType<typeof setOfManifest> } {
  const read = (file: string) => readFileSync(join(EXAMPLE, file), 'utf8');
  const example = setOfManifest(read('manifests/coredns-negative-cache.k8s.yaml'));
  const sets = lateSets([OTHER, ...CASES.map(({ set }) => set)]);
  const seen = exampleCases(example.identity.setName, read('corefile.before'), parse(read('manifests/cluster-dns.k8s.yaml')).data.Corefile).filter(wanted);
  return {
    watched: [
      ...CASES.filter(wanted).map((each) => ({ set: sets.get(each.set)!, cases: [each] })),
      ...(seen.length > 0 ? [{ set: example, cases: seen, watch: true }] : []),
    ],
    other: sets.get(OTHER)!,
  };
}

/** A fix that this version does not know must stop it from starting: then nobody ships it by mistake. */
async function tooOld(session: Session): Promise<Result> {
  const { text, version, fix, corefile } = TOO_OLD;
  const named = { text, version, fix };
  try {
    const refusal = await session.refusal(version, corefile('redis.default.svc.cluster.local'));
    if (refusal === undefined) return failed(named, new Error('it starts'));
    if (!refusal.includes("after 'disable'")) return failed(named, new Error(`it ends, but not because of disable:\n${refusal}`));
    return { text, coreDns: version, fix, bounds: 'does not start', others: '', passed: true };
  } catch (error) {
    return failed(named, error as Error);
  }
}

async function run(only: string | undefined): Promise<{ kubernetes: string; results: Result[]; owners: Result[] }> {
  const wanted = (each: { text: string; version: string; fix: string }) => `${each.text} ${each.version} ${each.fix}`.includes(only ?? '');
  const { watched, other } = watchedSets(wanted);
  const refused = wanted(TOO_OLD);
  const owned = wanted({ text: OWNERS_TEXT, version: '', fix: '' });
  if (watched.length === 0 && !refused && !owned) throw new Error(`no case holds "${only}" in its text, version or fix`);
  for (const version of COREDNS_VERSIONS) goBinary(coreDns(version));
  const session = await Session.start();
  try {
    const owners = owned ? await ownersOfKeys(session.cluster.plane.client) : [];
    const old = refused ? [await tooOld(session)] : [];
    const results = [...watched.length > 0 ? await measureAll(session, watched, await session.otherSet(other)) : [], ...old];
    if ([...results, ...owners].some(({ passed }) => !passed)) console.error(`all logs: ${session.keepLogs()}`);
    return { kubernetes: session.cluster.plane.gitVersion, results, owners };
  } catch (error) {
    throw new Error(`${(error as Error).message}\nall logs: ${session.keepLogs()}`);
  } finally {
    await session.stop();
  }
}

async function main({ json, only }: { json?: string; only?: string }): Promise<void> {
  if (platform() !== 'linux') throw new Error(`Linux is needed here, and this is ${platform()}: the processes are ended by their groups, and addresses are those of its loopback`);
  const start = performance.now();
  const { kubernetes, results, owners } = await run(only);
  const all = [...results, ...owners];
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`Kubernetes ${kubernetes}; seconds from the endpoint in the API to the first answer with its address; ${seconds} s in all\n`);
  console.log(`${table(all)}\n`);
  if (json) {
    const machine = { node: process.version, cpus: availableParallelism() };
    writeFileSync(json, `${JSON.stringify({ date: new Date().toISOString(), kubernetes, coreDns: COREDNS_VERSIONS, ...machine, seconds, results, owners }, undefined, 2)}\n`);
  }
  console.log(summary(all));
  process.exitCode = all.every(({ passed }) => passed) ? 0 : 1;
}

exitOnSignals();
const options = new Command('test:dns')
  .description('Measures how long names of StatefulSets do not resolve, on a real control plane with real CoreDNS.')
  .option('--json <file>', 'write the results, with versions')
  .option('--only <text>', 'run the cases that hold this text')
  .parse();
main(options.opts()).catch((error) => {
  console.error(`error: ${error.message}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
