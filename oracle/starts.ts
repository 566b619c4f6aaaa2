import { isDeepStrictEqual } from 'util';
import { atATime } from './at-a-time';
import { PortMap } from './port-map';
import { Progress } from './progress';
import { shown } from './shown';
import { Part, Tally } from './tally';
import { Trial } from './trials';
import { CoreDns } from '../e2e/core-dns/core-dns';
import { localCorefile } from '../e2e/core-dns/local-corefile';
import { StubApi } from '../e2e/core-dns/stub-api';
import { Run } from '../e2e/process/run';

/** The value of -dns.port in the stated verdicts. */
const DEFAULT_PORT = 5399;
const TRIES = 3;
const IN_USE = 'address already in use';
/** The plugin starts without its API server after some seconds; here it has one. */
const UNSYNCED = 'unsynced Kubernetes API';
/** Nobody is asked there. */
const NOWHERE = '127.0.0.1:1';

/** What CoreDNS makes of a trial. */
interface Outcome {
  readonly started: boolean;
  readonly served: readonly string[];
  readonly refusal: string;
  readonly log: string;
}

/** Texts of a cluster as they can start on this machine, with the ports that they name; others as they are. */
function filesOf({ text, files, ofCluster }: Trial, folder: string, api: StubApi): Record<string, string> {
  const all = { ...files, Corefile: text };
  if (!ofCluster) return all;
  const places = { health: 8080, ready: 8181, metrics: 9153, api: `endpoint ${api.url}`, folder, upstream: NOWHERE, clusterDns: NOWHERE };
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, localCorefile(each, places)]));
}

async function tryOnce(trial: Trial, run: Run, api: StubApi): Promise<Outcome> {
  const { version, env, ofCluster } = trial;
  const folder = CoreDns.folder(run, version);
  const all = filesOf(trial, folder, api);
  const ports = await PortMap.of(Object.values(all), [DEFAULT_PORT], api.port);
  const files = Object.fromEntries(Object.entries(all).map(([name, each]) => [name, ports.replace(each)]));
  const dns = await CoreDns.start(run, folder, { version, files, env, port: ports.port(DEFAULT_PORT) });
  const { started, served, refusal = '', log } = dns;
  await dns.stop();
  const zones = served.map((zone) => ports.restore(zone)).map((zone) => (ofCluster ? zone.replace(/ on 127\.0\.0\.1$/, '') : zone));
  return { started, served: zones.sort(), refusal: ports.restore(refusal), log };
}

/** Another program may take a port between the look and the start. */
async function outcomeOf(trial: Trial, run: Run, api: StubApi): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const outcome = await tryOnce(trial, run, api);
    if (tries === TRIES || !outcome.refusal.includes(IN_USE)) return outcome;
  }
}

function wrong({ expected, ofCluster }: Trial, { started, served, refusal, log }: Outcome): string | undefined {
  if (expected.refusal !== undefined) {
    if (started) return `starts, should say ${shown(expected.refusal)}`;
    const same = expected.part ? refusal.includes(expected.refusal) : refusal === expected.refusal;
    return same ? undefined : `says ${shown(refusal)}, should say ${shown(expected.refusal)}`;
  }
  if (!started) return `does not start: ${refusal || log}`;
  if (ofCluster && log.includes(UNSYNCED)) return 'starts, but not with the API server';
  return !expected.served || isDeepStrictEqual(served, [...expected.served].sort()) ? undefined
    : `serves ${served.join(', ') || 'nothing'}, should serve ${expected.served.join(', ')}`;
}

async function judge(trial: Trial, run: Run, api: StubApi): Promise<string | undefined> {
  try {
    return wrong(trial, await outcomeOf(trial, run, api));
  } catch (error) {
    return (error as Error).message;
  }
}

/** Starts CoreDNS for every trial and compares what it does with what is expected. */
export async function startAll(name: string, trials: readonly Trial[], run: Run): Promise<Part> {
  const api = await StubApi.start();
  const progress = new Progress(name, trials.length);
  const tally = new Tally();
  const failures: string[] = [];
  await atATime(trials, async (trial) => {
    const reason = await judge(trial, run, api);
    if (reason !== undefined) failures.push(`${trial.name}: CoreDNS ${trial.version} ${reason}`);
    tally.add(trial.expected.refusal === undefined ? 'to start' : 'to refuse');
    progress.step();
  }).finally(() => api.stop());
  const passed = trials.length - failures.length;
  if (trials.length === 0) failures.push('there is nothing to start');
  return { name, passed, failed: failures.length, detail: `${tally}`, failures };
}
