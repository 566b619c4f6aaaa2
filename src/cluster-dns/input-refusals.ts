import { AdviceRefusal } from './advice';
import { domainRefusals } from './kubernetes-domain';
import { Delivery } from './platform';
import { Question } from './question';
import { isService, serviceText } from './service-name';
import { coreDnsVersion, kubernetesMinor } from './version';
import { refusedWord } from '../corefile/cache-arguments';
import { directives } from '../corefile/server-block';

const BY_HAND = 'let the members look for their peers until they answer, or give each member a Service of its own, whose name exists before the pod does';
/** Deliveries that take a whole text, and so need the present one. */
const NEEDS_TEXT: ReadonlySet<Delivery> = new Set<Delivery>(['config-map', 'eks-add-on', 'helm-chart-config', 'helm-values', 'kops-cluster', 'kubespray-variable']);

type Refuse = (code: string, where: string, message: string, fix: string) => void;

function services({ services: given }: Question, refuse: Refuse): void {
  if (given.length === 0) refuse('no-service', 'services', 'there is no headless Service whose names could be taken out of the caches', 'name one, as <service>.<namespace>');
  for (const service of given.filter((each) => !isService(each))) {
    refuse('service-name', 'services', `"${serviceText(service)}" below ${service.domain} is no name of a Service`, 'write <service>.<namespace> of DNS labels, and the kubelet\'s --cluster-domain');
  }
}

function versions({ situation }: Question, refuse: Refuse): void {
  const { kubernetesVersion } = situation;
  if (kubernetesVersion !== undefined && kubernetesMinor(kubernetesVersion) === undefined) {
    refuse('kubernetes-version', 'kubernetesVersion', `"${kubernetesVersion}" is no version of Kubernetes, so it tells no CoreDNS`, 'write a version such as 1.29');
  }
  for (const field of ['coreDnsVersion', 'nodeLocalCoreDnsVersion'] as const) {
    const text = situation[field];
    if (text !== undefined && coreDnsVersion(text) === undefined) refuse('coredns-version', field, `"${text}" is no version of CoreDNS`, 'write a version such as 1.11.3');
  }
}

function platform({ situation: { platform: given, current, nodeLocal, scope } }: Question, refuse: Refuse): void {
  if (given.delivery === 'no-setting') refuse('no-setting', given.title, given.because, BY_HAND);
  if (given.delivery === 'no-corefile' && current) {
    refuse('no-corefile', given.title, 'a Corefile was given, and there is none', 'leave it out, or name the platform that it is of');
  }
  if (NEEDS_TEXT.has(given.delivery) && !current) {
    refuse('corefile-needed', given.title, 'a Corefile can only be replaced as a whole, and the present one is not known', 'give the present Corefile, or its ConfigMap');
  }
  if (given.id === 'node-local-dns' && nodeLocal) {
    refuse('node-local-twice', given.title, 'a node cache was given in front of the node cache: both changes would be of one ConfigMap, and one would undo the other', 'leave it out, or name the platform of CoreDNS and give its Corefile');
  }
  if (given.delivery === 'own-server-block' && scope === 'cluster') {
    refuse('scope', 'scope', 'a server block of its own for the cluster domain would take every name from the main one, with all that its plugins do', 'choose the scope service or namespace');
  }
}

/** A cache with which CoreDNS does not start does nothing for anybody, whatever its words look like. */
function caches({ file, nodeLocalFile }: Question, refuse: Refuse): void {
  for (const [what, text] of [['Corefile', file], ['NodeLocal DNSCache, Corefile', nodeLocalFile]] as const) {
    for (const cache of text?.blocks.flatMap((block) => directives(block, 'cache')) ?? []) {
      const word = refusedWord(cache);
      if (word) refuse('cache-malformed', `${what} line ${word.line}`, `CoreDNS does not start with this ${word.text}`, `correct line ${word.line}, then try again`);
    }
  }
}

/** What is wrong with the question itself, all of it. */
export function inputRefusals(question: Question): AdviceRefusal[] {
  const refusals: AdviceRefusal[] = [];
  const refuse: Refuse = (code, where, message, fix) => refusals.push({ code, where, message, fix });
  services(question, refuse);
  versions(question, refuse);
  platform(question, refuse);
  caches(question, refuse);
  return refusals.length === 0 && question.file ? domainRefusals(question.file, question.services) : refusals;
}
