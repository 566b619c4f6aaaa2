import { NODE_LOCAL_PLATFORM, Platform } from './platform';

const base = { configMap: 'coredns', namespace: 'kube-system', port: 53, notes: [] };

const KUBEADM_KEEPS = 'kubeadm upgrade replaces a Corefile that equals one of its old defaults, comments aside, and keeps any other text; '
  + 'where it has to migrate the text, it keeps the key Corefile alone and drops comments';

const CUSTOM_BECAUSE = 'the Corefile itself is restored by the platform, and a cache in *.override is a second one in its server block, '
  + 'with which CoreDNS does not start: only a server block of its own in coredns-custom works';

const self: Platform[] = [
  {
    ...base,
    id: 'kubeadm',
    title: 'kubeadm',
    delivery: 'config-map',
    bundle: 'kubeadm',
    kubeadmUpgrade: true,
    because: 'kubeadm keeps a changed Corefile in its ConfigMap',
    notes: [KUBEADM_KEEPS],
    source: 'kubernetes 1.36.3 cmd/kubeadm/app/phases/addons/dns/dns.go:172-215,318-345; manifests.go of 1.28.15 to 1.36.3',
  },
  {
    ...base,
    id: 'kind',
    title: 'kind',
    delivery: 'config-map',
    bundle: 'kubeadm',
    because: 'kind takes kubeadm\'s Corefile in its ConfigMap',
    notes: ['a cluster that is made anew starts with the default Corefile again'],
    source: 'kubernetes-sigs/kind#803',
  },
  {
    ...base,
    id: 'minikube',
    title: 'minikube',
    delivery: 'config-map',
    bundle: 'kubeadm',
    because: 'minikube takes kubeadm\'s Corefile in its ConfigMap',
    notes: ['a cluster that is made anew starts with the default Corefile again'],
    source: 'kubernetes/minikube pkg/minikube/node/start.go:915-960',
  },
  {
    ...base,
    id: 'talos',
    title: 'Talos',
    delivery: 'config-map',
    because: 'Talos reads the Corefile from its ConfigMap',
    notes: ['not tried: whether Talos keeps a changed Corefile at an upgrade'],
    source: 'siderolabs/talos#9606',
  },
  {
    ...base,
    id: 'self-managed',
    anyConfigMap: true,
    title: 'CoreDNS of your own',
    delivery: 'config-map',
    because: 'the ConfigMap is yours',
    notes: ['what else writes this ConfigMap undoes the change'],
    source: 'coredns/deployment kubernetes/coredns.yaml.sed:52-69',
  },
  {
    ...base,
    id: NODE_LOCAL_PLATFORM,
    anyConfigMap: true,
    title: 'NodeLocal DNSCache of your own',
    delivery: 'config-map',
    configMap: 'node-local-dns',
    because: 'the ConfigMap is yours',
    notes: ['where the addon manager reconciles it, it undoes the change', 'it is one cache of two: CoreDNS behind it has its own'],
    source: 'kubernetes cluster/addons/dns/nodelocaldns/nodelocaldns.yaml',
  },
];

const values: Platform[] = [
  {
    ...base,
    id: 'eks',
    title: 'the EKS add-on',
    delivery: 'eks-add-on',
    bundle: 'eks',
    because: 'the add-on overwrites an edited ConfigMap, and takes a whole Corefile as configuration value',
    notes: ['the whole Corefile is yours from then on: defaults of later add-on versions no longer arrive'],
    source: 'aws/containers-roadmap#1159, #1275, #1597, #2669',
  },
  {
    ...base,
    id: 'rke2',
    title: 'RKE2',
    delivery: 'helm-chart-config',
    configMap: 'rke2-coredns-rke2-coredns',
    because: 'RKE2 installs CoreDNS by its Helm chart, whose servers list has no way to change one plugin: the list is given in full',
    notes: ['RKE2\'s own node cache (nodelocal.enabled) keeps negative answers 5 s more; its Corefile cannot be set here'],
    source: 'rancher/rke2-charts packages/rke2-coredns; rancher/charts#2825',
  },
  {
    ...base,
    id: 'helm',
    anyConfigMap: true,
    title: 'the CoreDNS Helm chart',
    delivery: 'helm-values',
    because: 'the chart renders the Corefile from its servers list, which has no way to change one plugin: the list is given in full',
    notes: [],
    source: 'coredns/helm charts/coredns/templates/configmap.yaml, values.yaml:145',
  },
  {
    ...base,
    id: 'kops',
    title: 'kOps',
    delivery: 'kops-cluster',
    because: 'kOps reverts an edited ConfigMap in less than a minute, and takes a whole Corefile in its cluster spec',
    notes: ['the whole Corefile is yours from then on: defaults of later kOps versions no longer arrive'],
    source: 'kubernetes/kops#7762, upup k8s-1.12.yaml.template:74-89',
  },
  {
    ...base,
    id: 'kubespray',
    title: 'kubespray',
    delivery: 'kubespray-variable',
    because: 'kubespray writes the ConfigMap anew at each run, with the cache block of a variable',
    notes: ['kubespray does not restart the CoreDNS pods (kubernetes-sigs/kubespray#12400)'],
    source: 'kubernetes-sigs/kubespray roles/kubernetes-apps/ansible/templates/coredns-config.yml.j2',
  },
  {
    ...base,
    id: 'openshift',
    title: 'OpenShift',
    delivery: 'dns-operator',
    configMap: 'dns-default',
    namespace: 'openshift-dns',
    port: 5353,
    because: 'the DNS operator rewrites its ConfigMap, and takes the time of negative answers in its own resource',
    notes: [],
    source: 'openshift/cluster-dns-operator controller_dns_configmap.go:32-36,88,108',
  },
];

const custom: Platform[] = ([
  ['aks', 'AKS', 53, ['AKS LocalDNS, if it is on, caches in front of CoreDNS on each node and is configured there; its times add and were not measured'],
    'Azure/AKS#3661, coredns/coredns#7090'],
  ['k3s', 'k3s', 53, ['needs a k3s that imports *.server (k3s-io/k3s#4397)'], 'k3s-io/k3s manifests/coredns.yaml, #4397, #7583'],
  ['doks', 'DigitalOcean Kubernetes', 53, [], 'DigitalOcean documentation, Customize CoreDNS'],
  ['gardener', 'Gardener', 8053, [], 'gardener/gardener#11526'],
] as const).map(([id, title, port, notes, source]) => ({
  ...base, id, title, port, notes, source, delivery: 'own-server-block', because: CUSTOM_BECAUSE,
}));

const BY_HAND_REASON = 'no setting of its caching was found';

const managed: Platform[] = [
  {
    ...base,
    id: 'gke-kube-dns',
    title: 'GKE with kube-dns',
    delivery: 'no-corefile',
    because: 'kube-dns has no Corefile, and its dnsmasq runs with --no-negcache: negative answers are not cached',
    notes: [
      'NodeLocal DNSCache of GKE, where it is on, keeps negative answers up to 5 s and cannot be changed',
      'not measured: how long its dnsmasq still answers the address of a restarted member',
    ],
    source: 'kubernetes cluster/addons/dns/kube-dns/kube-dns.yaml.base:190',
  },
  {
    ...base,
    id: 'gke-cloud-dns',
    title: 'GKE with Cloud DNS',
    delivery: 'no-setting',
    because: `Cloud DNS has no Corefile, and ${BY_HAND_REASON}`,
    notes: [],
    source: 'GKE documentation, Using Cloud DNS for GKE',
  },
  {
    ...base,
    id: 'eks-auto',
    title: 'EKS Auto Mode',
    delivery: 'no-setting',
    because: `DNS runs on the node, and ${BY_HAND_REASON}`,
    notes: [],
    source: 'EKS user guide, EKS Auto Mode',
  },
];

/** Every platform that is known, in the order in which people are told of them. */
export const PLATFORMS: readonly Platform[] = [...self, ...values, ...custom, ...managed];

const byId = new Map(PLATFORMS.map((platform) => [platform.id, platform]));

export function platformOf(id: string): Platform | undefined {
  return byId.get(id);
}
