import { parseAllDocuments } from 'yaml';
import type { Finding } from '../../src/rules/finding';
import type { Rule } from '../../src/rules/rule';
import { judge } from '../../src/rules/run';

/** A sound set of three members: every rule is silent on it. Tests change one thing. */
export const SOUND = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: prod }
spec:
  clusterIP: None
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: 80 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: prod }
spec:
  replicas: 3
  serviceName: web
  podManagementPolicy: OrderedReady
  selector: { matchLabels: { app: web } }
  updateStrategy: { type: RollingUpdate }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, fsGroupChangePolicy: OnRootMismatch, seccompProfile: { type: RuntimeDefault } }
      terminationGracePeriodSeconds: 30
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: web } } }
      containers:
        - name: web
          image: registry.k8s.io/nginx-slim:0.24
          ports: [{ name: http, containerPort: 80 }]
          readinessProbe: { httpGet: { path: /, port: http } }
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
          volumeMounts: [{ name: data, mountPath: /usr/share/nginx/html }]
  volumeClaimTemplates:
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], volumeMode: Filesystem, resources: { requests: { storage: 1Gi } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: prod }
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector: { matchLabels: { app: web } }
`;

export interface SoundSet {
  service: any;
  set: any;
  /** `set.spec.template.spec`. */
  pod: any;
  /** The only container. */
  container: any;
  /** The only claim template. */
  claim: any;
  budget: any;
  /** All objects in the order in which they are judged; push further ones. */
  objects: any[];
}

/** A fresh copy of the sound set. */
export function sound(): SoundSet {
  const objects = parse(SOUND);
  const [service, set, budget] = objects;
  return {
    service, set, budget, objects, pod: set.spec.template.spec, container: set.spec.template.spec.containers[0], claim: set.spec.volumeClaimTemplates[0],
  };
}

/** The documents of a YAML text. */
export function parse(yaml: string): any[] {
  return parseAllDocuments(yaml).map((doc) => (doc as any).toJS());
}

/** What one rule says of these objects; Kubernetes 1.28 and cluster.local unless told. */
export function findings(rule: Rule, objects: any[], minor = 28, clusterDomain = 'cluster.local'): Finding[] {
  return judge(objects, [rule], { minor, clusterDomain }).map((judged) => judged.finding);
}

/** What one rule says of the sound set after `change`. */
export function afterChange(rule: Rule, change: (s: SoundSet) => void, minor = 28): Finding[] {
  const s = sound();
  change(s);
  return findings(rule, s.objects, minor);
}
