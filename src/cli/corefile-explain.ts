import { CorefileInput, CorefileOptions, readInput, situation } from './input';
import { Exit, FILE_FIX, needsFile, refusalLine, report, Terminal, UnusableInput } from './output';
import { Advice, AdviceRefusal } from '../cluster-dns/advice';
import { advise } from '../cluster-dns/advise';
import { bundledCoreDns } from '../cluster-dns/bundled-coredns';
import { explain, Explanation } from '../cluster-dns/explain';
import { textRefusals, versionRefusals } from '../cluster-dns/input-refusals';
import { bundleNotes, foreignNotes } from '../cluster-dns/notes';
import { Platform } from '../cluster-dns/platform';
import { liveSentences } from '../cluster-dns/reload';
import { kubernetesMinor, versionText } from '../cluster-dns/version';
import { Corefile } from '../corefile/cst';
import { parse } from '../corefile/parse';

export interface ExplainOptions extends CorefileOptions {
  readonly json?: boolean;
}

/** Told where no Service is named: any name of the domain that no narrower server block answers for. */
const ANY = { service: 'any', namespace: 'default' };
const CLIENTS = 'not counted are the caches of the clients, such as the JVM\'s, which keeps a negative answer 10 s unless it is told otherwise (networkaddress.cache.negative.ttl)';
const CUSTOMISED = 'kubeadm from 1.32 on writes a Corefile with both caches switched off for the cluster domain; an upgrade keeps a text that was customised, so the Corefile counts';
const FURTHER = 'with --platform <name> and --for <service>.<namespace>, what can be done about it is told too';
const NOTHING_READ: Explanation = { services: [], sentences: [] };

/** What is to be said of a Corefile. */
interface Told {
  readonly today: Explanation;
  readonly advice?: Advice;
  readonly refusals: readonly AdviceRefusal[];
  readonly notes: readonly string[];
}

/** What a version lets one expect; the Corefile alone decides. */
function versionNotes(platform: Platform | undefined, kubernetesVersion: string | undefined): string[] {
  const minor = kubernetesVersion === undefined ? undefined : kubernetesMinor(kubernetesVersion);
  if (!platform?.bundle || minor === undefined) return [];
  const bundled = bundledCoreDns(platform.bundle, minor);
  const comes = bundled ? [`Kubernetes 1.${minor} comes with CoreDNS ${versionText(bundled)} or later there`] : [];
  return platform.bundle === 'kubeadm' && minor >= 32 ? [...comes, CUSTOMISED] : comes;
}

/** Without a platform or a Service, the text speaks for itself: no time is told for one that does nothing. */
function read(input: CorefileInput, options: ExplainOptions, file: Corefile | undefined): Told {
  const { current, nodeLocal, services, domain, platform } = input;
  const front = nodeLocal && parse(nodeLocal.corefile);
  const versions = { coreDnsVersion: options.corednsVersion, nodeLocalCoreDnsVersion: options.nodeLocalCorednsVersion };
  const refusals = [...versionRefusals(versions, file, front), ...textRefusals(file, front)];
  const about = platform ? bundleNotes({ ...versions, platform, kubernetesVersion: options.kubernetesVersion }, file) : [];
  const asked = services.length > 0 ? services : [{ ...ANY, domain }];
  return {
    today: refusals.length > 0 || !current ? NOTHING_READ : explain(current.corefile, nodeLocal?.corefile, asked),
    refusals,
    notes: [...foreignNotes(file, front), ...about, ...(platform ? [platform.because, ...platform.notes] : []), FURTHER],
  };
}

function tell(input: CorefileInput, options: ExplainOptions, file: Corefile | undefined): Told {
  const asked = input.services.length > 0 ? situation(input, options) : undefined;
  if (!asked) return read(input, options, file);
  const advice = advise(asked);
  needsFile(input, advice);
  return { today: advice.before ?? NOTHING_READ, advice, refusals: advice.refusals, notes: advice.notes };
}

/** `corefile explain`: what the caches do to members that look for each other, and what could be done about it. */
export async function corefileExplain(terminal: Terminal, path: string | undefined, options: ExplainOptions): Promise<Exit> {
  const input = await readInput(terminal, path, options);
  if (!input.current && !input.platform) throw new UnusableInput('FILE', 'there is nothing to explain', FILE_FIX);
  const file = input.current && parse(input.current.corefile);
  const { today: { services, sentences }, advice, refusals, ...told } = tell(input, options, file);
  const { reasons = [], costs = [] } = advice ?? {};
  const notes = [...versionNotes(input.platform, options.kubernetesVersion), ...told.notes, CLIENTS];
  const unknown = services.some(({ negative, positive }) => negative.seconds === undefined || positive.seconds === undefined);
  if (options.json) {
    const live = refusals.length > 0 ? [] : liveSentences(file);
    terminal.out(`${JSON.stringify({ domain: input.domain, services, sentences, advice: advice?.kind, reasons, costs, refusals, live, notes }, undefined, 2)}\n`);
  } else {
    terminal.out([
      report('refused', refusals.map(refusalLine)), report('today', sentences), report('way', reasons), report('cost', costs), report('note', notes),
    ].join(''));
  }
  return refusals.length > 0 || (!advice && unknown) ? Exit.REFUSED : Exit.DONE;
}
