import { Advice, Situation } from '../../src/cluster-dns/advice';
import { advise } from '../../src/cluster-dns/advise';
import { Current } from '../../src/cluster-dns/current';
import { platformOf } from '../../src/cluster-dns/platforms';
import { ServiceName } from '../../src/cluster-dns/service-name';
import { corefile, kubeadm } from '../corefile/corefiles';

export const REDIS: ServiceName = { service: 'redis', namespace: 'prod', domain: 'cluster.local' };
export const ETCD: ServiceName = { service: 'etcd', namespace: 'prod', domain: 'cluster.local' };
export const ZONE = 'redis.prod.svc.cluster.local';

export const FIXED_CACHE = `cache 30 {
       disable success cluster.local
       disable denial cluster.local
    }`;
export const NODE_LOCAL = corefile('NodeLocal', 'cache {\n            success 9984 30\n            denial 9984 5\n    }');

/** The Corefile with which each platform comes; absent where it has none. */
export const DEFAULTS: Readonly<Record<string, string | undefined>> = {
  'kubeadm': kubeadm('cache 30'),
  'kind': kubeadm('cache 30'),
  'minikube': kubeadm('cache 30'),
  'talos': kubeadm(FIXED_CACHE),
  'self-managed': corefile('EKS', 'cache 30'),
  'node-local-dns': NODE_LOCAL,
  'eks': corefile('EKS', 'cache 30'),
  'rke2': corefile('RKE2', 'cache   30'),
  'helm': corefile('Helm chart', 'cache 30'),
  'kops': corefile('kOps', 'cache 30'),
  'kubespray': corefile('kubespray', 'cache 30'),
  'openshift': corefile('OpenShift', 'cache 900 {\n        denial 9984 30\n    }'),
  'aks': corefile('AKS', 'cache 30'),
  'k3s': corefile('k3s', 'cache 30'),
  'doks': corefile('DOKS', 'cache 30'),
  'gardener': corefile('Gardener', 'cache 30'),
};

export function text(corefileText: string): Current {
  return { corefile: corefileText, otherData: {}, immutable: false };
}

/** A situation on a platform with its own Corefile, for the Service redis.prod. */
export function situation(id: string, more: Partial<Situation> = {}): Situation {
  const own = DEFAULTS[id];
  return { platform: platformOf(id)!, ...(own !== undefined && { current: text(own) }), services: [REDIS], scope: 'service', ...more };
}

export function adviceFor(id: string, more: Partial<Situation> = {}): Advice {
  return advise(situation(id, more));
}

/** Codes of the refusals. */
export function codes(advice: Advice): string[] {
  return advice.refusals.map(({ code }) => code);
}
