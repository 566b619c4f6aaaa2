import { isDeepStrictEqual } from 'util';
import { Outcome, startCoreDns } from './core-dns';
import { inFolder } from './folder';
import { onLoopback } from './loopback';
import { PortMap } from './port-map';
import { Progress } from './progress';
import { shown } from './shown';
import { StubApi } from './stub-api';
import { Part, Tally } from './tally';
import { Trial } from './trials';
import { CoreDnsVersion } from '../e2e/build/programs';

/** The value of -dns.port in the stated verdicts. */
const DEFAULT_PORT = 5399;
const AT_A_TIME = 2;
const TRIES = 3;
const IN_USE = 'address already in use';
/** The plugin starts without its API server after some seconds; here it has one. */
const UNSYNCED = 'unsynced Kubernetes API';
const RESOLV_CONF = 'nameserver 127.0.0.1\n';

export type Binaries = Readonly<Record<CoreDnsVersion, string>>;

function tryOnce({ version, text, files, env, ofCluster }: Trial, binary: string, api: StubApi): Promise<Outcome> {
  return inFolder(async (folder) => {
    const corefile = ofCluster ? onLoopback(text, { folder, api: api.url }) : text;
    const all = { ...files, ...(ofCluster && { 'resolv.conf': RESOLV_CONF }), Corefile: corefile };
    const ports = await PortMap.of(Object.values(all), [DEFAULT_PORT], api.port);
    const replaced = Object.fromEntries(Object.entries(all).map(([name, each]) => [name, ports.replace(each)]));
    const outcome = await startCoreDns(folder, { version, binary, files: replaced, env, port: ports.port(DEFAULT_PORT) });
    return { ...outcome, served: outcome.served.map((zone) => ports.restore(zone)), refusal: ports.restore(outcome.refusal).replaceAll(`${folder}/`, '') };
  });
}

/** Another program may take a port between the look and the start. */
async function outcomeOf(trial: Trial, binary: string, api: StubApi): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce(trial, binary, api);
    if (tries === TRIES || !outcome.refusal.includes(IN_USE)) return outcome;
  }
}

function wrong({ expected, ofCluster }: Trial, { started, served, refusal, output }: Outcome): string | undefined {
  if (expected.refusal !== undefined) {
    if (started) return `starts, should say ${shown(expected.refusal)}`;
    const same = expected.part ? refusal.includes(expected.refusal) : refusal === expected.refusal;
    return same ? undefined : `says ${shown(refusal)}, should say ${shown(expected.refusal)}`;
  }
  if (!started) return `does not start: ${refusal || output}`;
  if (ofCluster && output.includes(UNSYNCED)) return 'starts, but not with the API server';
  return !expected.served || isDeepStrictEqual(served, [...expected.served].sort()) ? undefined
    : `serves ${served.join(', ') || 'nothing'}, should serve ${expected.served.join(', ')}`;
}

async function judge(trial: Trial, binary: string, api: StubApi): Promise<string | undefined> {
  try {
    return wrong(trial, await outcomeOf(trial, binary, api));
  } catch (error) {
    return (error as Error).message;
  }
}

/** Starts CoreDNS for every trial and compares what it does with what is expected. */
export async function startAll(name: string, trials: readonly Trial[], binaries: Binaries): Promise<Part> {
  const api = await StubApi.start();
  const progress = new Progress(name, trials.length);
  const tally = new Tally();
  const failures: string[] = [];
  const queue = [...trials];
  const work = async () => {
    for (let trial = queue.shift(); trial; trial = queue.shift()) {
      const reason = await judge(trial, binaries[trial.version], api);
      if (reason !== undefined) failures.push(`${trial.name}: CoreDNS ${trial.version} ${reason}`);
      tally.add(trial.expected.refusal === undefined ? 'to start' : 'to refuse');
      progress.step();
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work)).finally(() => api.close());
  const passed = trials.length - failures.length;
  if (trials.length === 0) failures.push('there is nothing to start');
  return { name, passed, failed: failures.length, detail: `${tally}`, failures };
}
