import { Terminal, UnusableInput } from './output';
import { Situation } from '../cluster-dns/advice';
import { Current, readCurrent } from '../cluster-dns/current';
import { kubernetesDomains } from '../cluster-dns/kubernetes-domain';
import { keyProblem } from '../cluster-dns/own-server-block';
import { Platform } from '../cluster-dns/platform';
import { PLATFORMS, platformOf } from '../cluster-dns/platforms';
import { isDomain, readService, Scope, serviceLines, ServiceName } from '../cluster-dns/service-name';
import { coreDnsVersion, kubernetesMinor } from '../cluster-dns/version';
import { parse } from '../corefile/parse';
import { unreadable } from '../corefile/refusal';
import { DEFAULT_CLUSTER_DOMAIN } from '../identity/names';

/** Options that both commands have. */
export interface CorefileOptions {
  readonly platform?: string;
  readonly kubernetesVersion?: string;
  readonly corednsVersion?: string;
  readonly clusterDomain?: string;
  readonly nodeLocalDns?: string;
  readonly nodeLocalCorednsVersion?: string;
  readonly aboutToUpgrade?: boolean;
  readonly denialOnly?: boolean;
  readonly scope?: Scope;
  readonly key?: string;
  readonly for: readonly string[];
  readonly forFile: readonly string[];
}

/** What both commands have read. */
export interface CorefileInput {
  readonly current?: Current;
  readonly nodeLocal?: Current;
  readonly platform?: Platform;
  readonly domain: string;
  readonly services: readonly ServiceName[];
}

/** The question that the input and the flags ask. */
export function situation({ platform: known, current, nodeLocal, services: given }: CorefileInput, options: CorefileOptions): Situation | undefined {
  return known && {
    platform: known,
    kubernetesVersion: options.kubernetesVersion,
    coreDnsVersion: options.corednsVersion,
    nodeLocalCoreDnsVersion: options.nodeLocalCorednsVersion,
    aboutToUpgrade: options.aboutToUpgrade ?? false,
    denialOnly: options.denialOnly ?? false,
    current,
    nodeLocal,
    services: given,
    scope: options.scope ?? 'service',
    key: options.key,
  };
}

export const STDIN = '-';

/** What no text of this kind holds, a terminal may obey, and stands for bytes that are no UTF-8. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\x00-\x08\x0e-\x1f\ufffd]/;

async function read(terminal: Terminal, path: string): Promise<string> {
  const text = await rawText(terminal, path);
  if (BINARY.test(text)) throw new UnusableInput(path === STDIN ? 'standard input' : path, 'it is no text in UTF-8', 'give the text itself, unpacked, saved as UTF-8');
  return text;
}

async function rawText(terminal: Terminal, path: string): Promise<string> {
  if (path === STDIN) return terminal.readStdin();
  try {
    return terminal.readFile(path);
  } catch (e) {
    throw new UnusableInput(path, `it cannot be read: ${(e as Error).message.split(',')[0]}`, 'give the path of a file, or - for the standard input');
  }
}

async function corefile(terminal: Terminal, path: string): Promise<Current> {
  const found = readCurrent(await read(terminal, path));
  const where = path === STDIN ? 'standard input' : path;
  if ('unusable' in found) throw new UnusableInput(where, found.unusable, found.fix);
  const problem = unreadable(parse(found.corefile));
  if (problem) throw new UnusableInput(`${where}: Corefile line ${problem.line}`, problem.message, problem.fix);
  return found;
}

function platform(id: string | undefined): Platform | undefined {
  if (id === undefined) return undefined;
  const found = platformOf(id.toLowerCase());
  if (!found) throw new UnusableInput('--platform', `"${id}" is not known`, `write one of ${PLATFORMS.map((each) => each.id).join(', ')}`);
  return found;
}

function version(flag: string, given: string | undefined, parsed: (text: string) => unknown, example: string): void {
  if (given !== undefined && parsed(given) === undefined) throw new UnusableInput(flag, `"${given}" is no version`, `write one such as ${example}`);
}

async function services(terminal: Terminal, { for: named, forFile }: CorefileOptions, domain: string): Promise<ServiceName[]> {
  const texts = named.map((text) => ({ text, where: '--for' }));
  for (const path of forFile) {
    texts.push(...serviceLines(await read(terminal, path)).map(({ text, line }) => ({ text, where: `${path} line ${line}` })));
  }
  return texts.map(({ text, where }) => {
    const service = readService(text, domain);
    if (!service) throw new UnusableInput(where, `"${text}" names no Service`, `write ${/^([^.]+\.[^.]+)\.svc(\.|$)/.exec(text)?.[1] ?? '<service>.<namespace>'}`);
    return service;
  });
}

/** Reads what the arguments name; a path of undefined is a Corefile that is not known. */
export async function readInput(terminal: Terminal, path: string | undefined, options: CorefileOptions): Promise<CorefileInput> {
  const known = platform(options.platform);
  version('--kubernetes-version', options.kubernetesVersion, kubernetesMinor, '1.31');
  version('--coredns-version', options.corednsVersion, coreDnsVersion, '1.11.3');
  version('--node-local-coredns-version', options.nodeLocalCorednsVersion, coreDnsVersion, '1.11.3');
  const wrongKey = known && options.key !== undefined ? keyProblem(options.key, known) : undefined;
  if (wrongKey) throw new UnusableInput('--key', wrongKey.message, wrongKey.fix);
  const inputs = [path, options.nodeLocalDns, ...options.forFile].filter((each) => each === STDIN);
  if (inputs.length > 1) throw new UnusableInput(STDIN, 'the standard input can be read once', 'give the others as files');
  const current = path === undefined ? undefined : await corefile(terminal, path);
  const nodeLocal = options.nodeLocalDns === undefined ? undefined : await corefile(terminal, options.nodeLocalDns);
  const domain = options.clusterDomain ?? (current && kubernetesDomains(parse(current.corefile))[0]) ?? DEFAULT_CLUSTER_DOMAIN;
  if (!isDomain(domain)) throw new UnusableInput('--cluster-domain', `"${domain}" is no domain`, 'write the kubelet\'s --cluster-domain, for example cluster.local');
  return { current, nodeLocal, platform: known, domain, services: await services(terminal, options, domain) };
}
