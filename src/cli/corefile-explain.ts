import { CorefileOptions, readInput, situation } from './input';
import { Exit, refusalLine, report, Terminal } from './output';
import { advise } from '../cluster-dns/advise';
import { bundledCoreDns } from '../cluster-dns/bundled-coredns';
import { explain } from '../cluster-dns/explain';
import { Platform } from '../cluster-dns/platform';
import { liveSentences } from '../cluster-dns/reload';
import { kubernetesMinor, versionText } from '../cluster-dns/version';
import { parse } from '../corefile/parse';

export interface ExplainOptions extends CorefileOptions {
  readonly json?: boolean;
}

/** Told where no Service is named: any name of the domain that no narrower server block answers for. */
const ANY = { service: 'any', namespace: 'default' };
const CLIENTS = 'not counted are the caches of the clients, such as the JVM\'s, which keeps a negative answer 10 s unless it is told otherwise (networkaddress.cache.negative.ttl)';
const CUSTOMISED = 'kubeadm from 1.32 on writes a Corefile with both caches switched off for the cluster domain; an upgrade keeps a text that was customised, so the Corefile counts';

/** What a version lets one expect; the Corefile alone decides. */
function versionNotes(platform: Platform | undefined, kubernetesVersion: string | undefined): string[] {
  const minor = kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
  if (!platform?.bundle || minor === undefined) return [];
  const bundled = bundledCoreDns(platform.bundle, minor);
  const comes = bundled ? [`Kubernetes 1.${minor} comes with CoreDNS ${versionText(bundled)} or later there`] : [];
  return platform.bundle === 'kubeadm' && minor >= 32 ? [...comes, CUSTOMISED] : comes;
}

/** `corefile explain`: what the caches do to members that look for each other, and what could be done about it. */
export async function corefileExplain(terminal: Terminal, path: string, options: ExplainOptions): Promise<Exit> {
  const input = await readInput(terminal, path, options);
  const { nodeLocal, platform, domain } = input;
  const text = input.current!.corefile;
  const { sentences, services } = explain(text, nodeLocal?.corefile, input.services.length > 0 ? input.services : [{ ...ANY, domain }]);
  const asked = input.services.length > 0 ? situation(input, options) : undefined;
  const advice = asked && advise(asked);
  const ofPlatform = platform && !advice ? [platform.because, ...platform.notes] : [];
  const notes = [...versionNotes(platform, options.kubernetesVersion), ...ofPlatform, CLIENTS];
  const file = parse(text);
  const { reasons = [], costs = [], refusals = [] } = advice ?? {};
  if (options.json) {
    const { kind } = advice ?? {};
    terminal.out(`${JSON.stringify({ domain, services, sentences, advice: kind, reasons, costs, refusals, live: liveSentences(file), notes }, undefined, 2)}\n`);
  } else {
    const today = sentences.map((sentence) => `today ${sentence}\n`).join('');
    terminal.out(today + report('way', reasons) + report('refused', refusals.map(refusalLine)) + report('cost', costs) + report('note', notes));
  }
  return file.errors.length > 0 ? Exit.UNUSABLE : Exit.DONE;
}
