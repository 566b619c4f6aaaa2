import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { join } from 'path';
import { SCENARIOS } from './cases';
import { Choice, choose } from './choice';
import { ClusterPlace } from './cluster-place';
import { Kubectl } from './kubectl';
import { report, Result, Run, summary, withEarlier } from './result';
import { runAll } from './runner';
import { Scenario } from './scenario';
import { cacheFolder, goBinary } from '../build/go-binary';
import { kubectl as kubectlProgram } from '../build/programs';
import { ClusterState } from '../cluster/cluster-state';
import { installPackages } from '../cluster/debian-packages';
import { importImage } from '../cluster/node/ctr';
import { missingPackages, THIS_MACHINE } from '../cluster/requirements';
import { ApiClient } from '../control-plane/api-client';
import { imageArchive } from '../images/archive';

export interface RunOptions extends Choice {
  /** Where the results are written. */
  readonly json?: string;
  /** Results that the file holds of scenarios that are not run now stay there. */
  readonly keep?: boolean;
}

/** Makes the images of what is chosen: packages and modules are not reached from within the network of our own cluster. */
export function makeImages(options: Choice): void {
  for (const { images, packages } of choose(SCENARIOS, options, true).scenarios) {
    if (packages) installPackages(missingPackages(THIS_MACHINE, packages));
    for (const image of images?.() ?? []) imageArchive(image);
  }
}

/** Gives the nodes of our own cluster what a scenario's manifests name. */
async function bringImages({ images }: Scenario, { containerds }: ClusterState): Promise<void> {
  for (const image of images?.() ?? []) {
    const archive = imageArchive(image);
    await Promise.all(containerds.map((socket) => importImage(socket, archive)));
  }
}

function keep(file: string, run: Run, earlier = false): void {
  const whole = earlier && existsSync(file) ? withEarlier(run, JSON.parse(readFileSync(file, 'utf8'))) : run;
  writeFileSync(file, `${JSON.stringify(whole, undefined, 2)}\n`);
}

/** Names of the components and their versions, as far as a cluster tells them. */
async function versionsOf(client: ApiClient, ours: ClusterState | undefined): Promise<Record<string, string>> {
  const { gitVersion } = await client.get('/version');
  const { items } = await client.get('/api/v1/nodes');
  const { kubeletVersion, containerRuntimeVersion, kernelVersion } = items[0].status.nodeInfo;
  return {
    kubernetes: gitVersion,
    kubelet: kubeletVersion,
    runtime: containerRuntimeVersion,
    kernel: kernelVersion,
    ...(ours && { coreDns: ours.versions.coreDns, runc: ours.versions.runc }),
  };
}

/**
 * Runs what is chosen.
 *
 * @param ours the cluster that was made for it; without it E2E_KUBECONFIG names one
 */
export async function runScenarios(options: RunOptions, ours?: ClusterState): Promise<readonly Result[]> {
  const { scenarios, left } = choose(SCENARIOS, options, ours !== undefined);
  const kubectl = new Kubectl(ours ? goBinary(kubectlProgram()) : 'kubectl', ours?.kubeconfig ?? process.env.E2E_KUBECONFIG!);
  const proxy = await kubectl.proxy();
  const client = new ApiClient({ server: proxy.url, ca: '', token: '' });
  const tell = (line: string) => console.log(line);
  const logs = join(cacheFolder(), 'logs', `scenarios-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`);
  mkdirSync(logs, { recursive: true });
  const start = performance.now();
  try {
    const place = new ClusterPlace(client, kubectl, logs, async (scenario) => { if (ours) await bringImages(scenario, ours); }, tell);
    const date = new Date().toISOString();
    const results = await runAll(scenarios, place, tell);
    const run: Run = {
      date,
      versions: await versionsOf(client, ours),
      nodes: (await client.get('/api/v1/nodes')).items.length,
      machine: { node: process.version, cpus: availableParallelism() },
      seconds: Math.round((performance.now() - start) / 1000),
      left,
      results: results.map((result) => ({ ...result, date })),
    };
    if (options.json) keep(options.json, run, options.keep);
    for (const { scenario, why } of left) tell(`left out: ${scenario}: ${why}`);
    tell(`\n${report(results)}\n\n${summary(results)}`);
    return results;
  } finally {
    client.close();
    proxy.stop();
  }
}
