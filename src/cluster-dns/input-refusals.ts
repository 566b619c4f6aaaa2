import { AdviceRefusal, Situation } from './advice';
import { answerRefusals, domainRefusals, nodeCacheRefusals } from './kubernetes-domain';
import { keyProblem } from './own-server-block';
import { Delivery, NODE_LOCAL_PLATFORM } from './platform';
import { Question } from './question';
import { provenBy } from './remedy';
import { isService, serviceText } from './service-name';
import { atLeast, coreDnsVersion, DISABLE_SINCE, kubernetesMinor, versionText } from './version';
import { Corefile } from '../corefile/cst';
import { unreadable } from '../corefile/refusal';
import { startProblems } from '../corefile/start-problem';

/** What messages call the text of a node cache. */
export const NODE_CACHE = 'NodeLocal DNSCache, Corefile';
const BY_HAND = 'let the members look for their peers until they answer, or give each member a Service of its own, whose name exists before the pod does';
/** Deliveries that take a whole text, and so need the present one. */
const NEEDS_TEXT: ReadonlySet<Delivery> = new Set<Delivery>(['config-map', 'eks-add-on', 'helm-chart-config', 'helm-values', 'kops-cluster', 'kubespray-variable']);

type Refuse = (code: string, where: string, message: string, fix: string) => void;
type Versions = Pick<Situation, 'kubernetesVersion' | 'coreDnsVersion' | 'nodeLocalCoreDnsVersion'>;

function collector(refusals: AdviceRefusal[]): Refuse {
  return (code, where, message, fix) => refusals.push({ code, where, message, fix });
}

function services({ services: given }: Question, refuse: Refuse): void {
  if (given.length === 0) refuse('no-service', 'services', 'there is no headless Service whose names could be taken out of the caches', 'name one, as <service>.<namespace>');
  for (const service of given.filter((each) => !isService(each))) {
    refuse('service-name', 'services', `"${serviceText(service)}" below ${service.domain} is no name of a Service`, 'write <service>.<namespace> of DNS labels, and the kubelet\'s --cluster-domain');
  }
}

/** Refuses versions that are none, or that the texts contradict. */
export function versionRefusals(situation: Versions, file: Corefile | undefined, nodeLocalFile: Corefile | undefined): AdviceRefusal[] {
  const refusals: AdviceRefusal[] = [];
  const refuse = collector(refusals);
  const { kubernetesVersion } = situation;
  if (kubernetesVersion !== undefined && kubernetesMinor(kubernetesVersion) === undefined) {
    refuse('kubernetes-version', 'kubernetesVersion', `"${kubernetesVersion}" is no version of Kubernetes, so it tells no CoreDNS`, 'write a version such as 1.29');
  }
  for (const field of ['coreDnsVersion', 'nodeLocalCoreDnsVersion'] as const) {
    const text = situation[field];
    const version = text === undefined ? undefined : coreDnsVersion(text);
    if (text !== undefined && version === undefined) refuse('coredns-version', field, `"${text}" is no version of CoreDNS`, 'write a version such as 1.11.3');
    const later = provenBy(field === 'coreDnsVersion' ? file : nodeLocalFile);
    if (version === undefined || later === undefined || atLeast(version, DISABLE_SINCE)) continue;
    refuse('coredns-version', field, `CoreDNS ${versionText(version)} does not start with ${later.text} of line ${later.line}, which is known since ${versionText(DISABLE_SINCE)}`,
      'give the version that the cluster runs, or the text without this option');
  }
  return refusals;
}

function platform({ situation: { platform: given, current, nodeLocal, scope } }: Question, refuse: Refuse): void {
  if (given.delivery === 'no-setting') refuse('no-setting', given.title, given.because, BY_HAND);
  if (given.delivery === 'no-corefile' && current) {
    refuse('no-corefile', given.title, 'a Corefile was given, and there is none', 'leave it out, or name the platform that it is of');
  }
  if (given.delivery === 'no-corefile' && nodeLocal) {
    refuse('no-node-cache', given.title, 'the text of a node cache was given, and that of GKE cannot be changed', `leave it out; or, if it is one of your own, name the platform ${NODE_LOCAL_PLATFORM} and give its text as the Corefile`);
  }
  if (NEEDS_TEXT.has(given.delivery) && !current) {
    refuse('corefile-needed', given.title, 'a Corefile can only be replaced as a whole, and the present one is not known', 'give the present Corefile, or its ConfigMap');
  }
  if (given.id === NODE_LOCAL_PLATFORM && nodeLocal) {
    refuse('node-local-twice', given.title, 'a node cache was given in front of the node cache: both changes would be of one ConfigMap, and one would undo the other', 'leave it out, or name the platform of CoreDNS and give its Corefile');
  }
  if (given.delivery === 'own-server-block' && scope === 'cluster') {
    refuse('scope', 'scope', 'a server block of its own for the cluster domain would take every name from the main one, with all that its plugins do', 'choose the scope service or namespace');
  }
}

/** Refuses a text that CoreDNS does not read, does not start with, or reads otherwise than it looks: it does nothing for anybody. */
export function textRefusals(file: Corefile | undefined, nodeLocalFile: Corefile | undefined): AdviceRefusal[] {
  const refusals: AdviceRefusal[] = [];
  for (const [what, text] of [['Corefile', file], [NODE_CACHE, nodeLocalFile]] as const) {
    const unread = text && unreadable(text);
    if (unread) refusals.push({ code: unread.code, where: `${what} line ${unread.line}`, message: unread.message, fix: unread.fix });
    else if (text) refusals.push(...startProblems(text).map(({ code, token, message, fix }) => ({ code, where: `${what} line ${token.line}`, message, fix })));
  }
  return refusals;
}

function keys({ situation: { key, platform: given } }: Question, refuse: Refuse): void {
  const problem = key === undefined ? undefined : keyProblem(key, given);
  if (problem) refuse('key', 'key', problem.message, problem.fix);
}

/** Whether the texts are those of the cluster's CoreDNS and of its node cache. */
function roles({ situation: { platform: given }, file, nodeLocalFile, services: names }: Question): AdviceRefusal[] {
  const isNodeCache = given.id === NODE_LOCAL_PLATFORM;
  const domains = file ? domainRefusals(file, names) : [];
  const own = file && domains.length === 0 ? (isNodeCache ? nodeCacheRefusals(file, names, 'Corefile') : answerRefusals(file, names)) : domains;
  return [...own, ...(nodeLocalFile ? nodeCacheRefusals(nodeLocalFile, names, NODE_CACHE) : [])];
}

/** What is wrong with the question itself, all of it. */
export function inputRefusals(question: Question): AdviceRefusal[] {
  const refusals: AdviceRefusal[] = [];
  const refuse = collector(refusals);
  services(question, refuse);
  refusals.push(...versionRefusals(question.situation, question.file, question.nodeLocalFile));
  platform(question, refuse);
  keys(question, refuse);
  refusals.push(...textRefusals(question.file, question.nodeLocalFile));
  return refusals.length === 0 ? roles(question) : refusals;
}
