import { readdirSync } from 'fs';
import { join } from 'path';
import { parse, sound } from './harness';
import { page } from './page';
import { claimsOf } from '../../oracle/manifests/server-claim';
import { claimOf } from '../../oracle/page-claim';
import { pages, readPage, SECTIONS, withRule } from '../../scripts/rule-page';
import { RULES } from '../../src/rules';
import { DNS_RULES } from '../../src/rules/dns-rules';
import { judge } from '../../src/rules/run';

const target = { minor: 28, clusterDomain: 'cluster.local' };

/** Objects that use every field that a rule reads. */
const FULL = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: prod, labels: { app: web }, annotations: { a: b } }
spec:
  replicas: 3
  ordinals: { start: 1 }
  persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete, whenScaled: Delete }
  template:
    metadata: { labels: { app: web }, annotations: { a: b } }
    spec:
      os: { name: linux }
      nodeSelector: { a: b }
      nodeName: n
      restartPolicy: Always
      activeDeadlineSeconds: 5
      affinity: { podAntiAffinity: { a: b } }
      topologySpreadConstraints: [{ maxSkew: 1, minDomains: 1, topologyKey: x, whenUnsatisfiable: DoNotSchedule, nodeTaintsPolicy: Honor }]
      securityContext: { runAsUser: 5, supplementalGroups: [5], fsGroupChangePolicy: Always, seccompProfile: { type: Localhost, localhostProfile: x } }
      tolerations: [{ key: a, operator: Exists, effect: NoExecute }]
      priorityClassName: high
      serviceAccountName: web
      initContainers: [{ name: i, image: i, restartPolicy: Always, volumeMounts: [{ name: data, mountPath: /i }], livenessProbe: { exec: {} } }]
      containers:
        - name: web
          image: postgres:16
          env: [{ name: PGDATA, value: web-0.web.prod.svc }, { name: K, valueFrom: { configMapKeyRef: { name: settings, key: a } } }]
          envFrom: [{ secretRef: { name: keys } }]
          ports: [{ name: http, containerPort: 80, protocol: TCP }]
          resources: { requests: { cpu: 1 }, limits: { cpu: 2 } }
          livenessProbe: { httpGet: { port: http }, successThreshold: 1 }
          readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 1 }
          securityContext: { runAsUser: 0, capabilities: { drop: [ALL], add: [X] } }
          volumeMounts: [{ name: data, mountPath: /d, subPath: x }, { name: data, mountPath: /d/e, subPathExpr: x }]
          volumeDevices: [{ name: data, devicePath: /x }]
      volumes:
        - { name: v, persistentVolumeClaim: { claimName: c } }
        - { name: w, emptyDir: {} }
        - { name: x, configMap: { name: settings, items: [{ key: a }] } }
        - { name: y, projected: { sources: [{ secret: { name: keys, items: [{ key: a }] } }] } }
  volumeClaimTemplates:
    - metadata: { name: data, namespace: x, labels: { a: b }, annotations: { a: b }, ownerReferences: [{ kind: x }], finalizers: [x] }
      spec: { accessModes: [ReadWriteOnce], volumeMode: Block, storageClassName: fast, dataSource: { kind: X, name: x, apiGroup: x }, resources: { requests: { storage: 1Gi } } }
---
{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data-web-1, namespace: prod }, spec: { accessModes: [X], resources: { requests: { storage: 2Gi } } } }
---
{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: c, namespace: prod }, spec: { accessModes: [ReadWriteMany] } }
---
{ apiVersion: v1, kind: PersistentVolume, metadata: { name: x }, spec: { storageClassName: x } }
---
{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: fast }, volumeBindingMode: Immediate }
---
{ apiVersion: v1, kind: ConfigMap, metadata: { name: settings, namespace: prod }, data: { a: b } }
---
{ apiVersion: v1, kind: Secret, metadata: { name: keys, namespace: prod }, stringData: { b: c } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web, namespace: prod }, spec: { podSelector: { matchLabels: { app: web } } } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web, namespace: prod }, spec: { podSelector: { matchLabels: { app: web } } } }
---
{ apiVersion: apps/v1, kind: Statefulset, metadata: { name: odd, namespace: prod }, spec: { serviceName: odd } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: web-1, namespace: prod, labels: { app: web } } }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: prod, labels: { pod-security.kubernetes.io/enforce: restricted } } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: prod }
spec: { type: ClusterIP, clusterIP: None, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, sessionAffinity: None, publishNotReadyAddresses: true, selector: { app: web }, ports: [{ name: http, port: 80, targetPort: http, appProtocol: http }] }
---
apiVersion: v1
kind: Service
metadata: { name: one, namespace: prod }
spec: { selector: { statefulset.kubernetes.io/pod-name: web-1 }, ports: [{ port: 80 }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: prod }
spec: { minAvailable: 50%, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: web }, matchExpressions: [{ key: app, operator: In, values: [web] }] } }
---
{ apiVersion: apps/v1, kind: Deployment, metadata: { name: tool, namespace: prod }, spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: tool } } } } }
---
{ apiVersion: batch/v1, kind: CronJob, metadata: { name: cron, namespace: prod }, spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: cron } } } } } } }
---
{ apiVersion: v1, kind: Pod, metadata: { name: bare, namespace: prod, labels: { app: web }, ownerReferences: [{ name: x }] } }
---
{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: web, namespace: prod }, spec: { minReplicas: 1, maxReplicas: 5, scaleTargetRef: { kind: StatefulSet, name: web } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: coredns, namespace: kube-system }
data: { Corefile: ". {\\n kubernetes cluster.local {\\n  ttl 0\\n }\\n cache 30 {\\n  denial 0\\n }\\n}\\nimport custom/*.server\\n" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: coredns-custom, namespace: kube-system }
data: { a.override: cache 30, b.server: ". {\\n}\\n" }
`;
const JUNK = [null, -1.5, true, '', 'x', [], [null], {}, { a: null }];

/** Every place in a value, as keys from the top. */
function places(value: any, path: Array<string | number> = []): Array<Array<string | number>> {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.keys(value).flatMap((key) => places(value[key], [...path, key]))];
}

test('every rule is silent on the sound set, under every version', () => {
  for (const minor of [25, 28, 33, 34, 35, 36, 37]) expect(judge(sound().objects, RULES, { ...target, minor })).toEqual([]);
});

test('every rule has an id of its own, a sentence and a source', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { id, title, source, set, all } of RULES) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title.length).toBeGreaterThan(10);
    expect(source.length).toBeGreaterThan(5);
    expect([set, all].some((check) => typeof check === 'function')).toBe(true);
  }
});

test('every rule stands in the file of its id and has a test of its own', () => {
  const files = (dir: string) => new Set(readdirSync(join(__dirname, dir)));
  const [sources, tests] = [files('../../src/rules'), files('.')];
  expect(RULES.map(({ id }) => `${id}.ts`).filter((name) => !sources.has(name))).toEqual([]);
  expect(RULES.map(({ id }) => `${id}.test.ts`).filter((name) => !tests.has(name))).toEqual([]);
});

test('every file of a rule is in the catalogue', () => {
  const exported = readdirSync(join(__dirname, '../../src/rules')).filter((name) => name.endsWith('.ts')).flatMap((name) => Object.values(jest.requireActual<object>(`../../src/rules/${name}`)));
  const rules = exported.filter((value: any) => typeof value?.id === 'string' && typeof value?.title === 'string');
  expect(rules.filter((rule: any) => !RULES.includes(rule)).map((rule: any) => rule.id)).toEqual([]);
});

describe('pages', () => {
  test('every rule about cluster DNS has one, and every page a rule', () => {
    expect(pages()).toEqual(expect.arrayContaining(DNS_RULES.map(({ id }) => id)));
    expect(pages().filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  test.each(pages())('%s says what the rule says, in every section, and what is seen of both texts can be proved', (id) => {
    const { headings, incorrect, correct } = page(id);
    expect(readPage(id)).toBe(withRule(readPage(id), RULES.find((rule) => rule.id === id)!));
    expect(headings).toEqual(SECTIONS);
    const read = DNS_RULES.some((rule) => rule.id === id) ? claimOf : claimsOf;
    expect(read(incorrect.statement)).not.toEqual(read(correct.statement));
  });

  test('fails a sentence that nothing proves', () => {
    expect(() => claimOf('CoreDNS 1.15.0 starts and is fine')).toThrow('nothing proves "CoreDNS 1.15.0 starts and is fine": write one of the sentences of oracle/page-claim.ts');
  });
});

test('no rule throws, whatever stands in the place of any value', () => {
  const failures: string[] = [];
  for (const yaml of [FULL]) {
    const base = parse(yaml);
    for (const place of places(base).filter((path) => path.length > 1)) {
      for (const junk of JUNK) {
        const objects = structuredClone(base);
        const parent = place.slice(0, -1).reduce((value: any, key) => value[key], objects);
        parent[place[place.length - 1]] = junk;
        try {
          judge(objects, RULES, { ...target, minor: 27 });
        } catch (error) {
          failures.push(`${place.join('.')} = ${JSON.stringify(junk)}: ${(error as Error).message}`);
        }
      }
    }
  }
  expect(failures).toEqual([]);
});

test('no rule throws on objects that are none', () => {
  expect(() => judge([null, 7, 'x', [], {}, { kind: 5 }, { kind: 'StatefulSet' }, { kind: 'Service', spec: 5 }], RULES, target)).not.toThrow();
});

describe('the work grows with the number of sets, not with its square', () => {
  /** How many fields are read to judge `count` sets. */
  function reads(count: number, labels: (i: number) => Record<string, string>): number {
    let read = 0;
    const counted = (value: any): any => value === null || typeof value !== 'object' ? value : new Proxy(value, {
      get: (object, key) => {
        read++;
        return counted(object[key]);
      },
    });
    const objects = Array.from({ length: count }, (_, i) => {
      const { service, set, budget } = sound();
      for (const object of [service, set, budget]) object.metadata.name = `web-${i}x`;
      set.spec.serviceName = `web-${i}x`;
      service.spec.selector = labels(i);
      set.spec.selector = budget.spec.selector = set.spec.template.spec.topologySpreadConstraints[0].labelSelector = { matchLabels: labels(i) };
      set.spec.template.metadata.labels = labels(i);
      return [service, set, budget];
    }).flat();
    judge(objects.map(counted), RULES, target);
    return read;
  }

  /** Sets that all are called alike, one a namespace, with a ConfigMap each that is called alike too. */
  function tenants(count: number): number {
    let read = 0;
    const counted = (value: any): any => value === null || typeof value !== 'object' ? value : new Proxy(value, {
      get: (object, key) => {
        read++;
        return counted(object[key]);
      },
    });
    const objects = Array.from({ length: count }, (_, i) => {
      const s = sound();
      s.container.envFrom = [{ configMapRef: { name: 'settings' } }, { secretRef: { name: 'keys' } }];
      s.objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }, { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' } });
      for (const object of s.objects) object.metadata.namespace = object.kind === 'Secret' && i > 0 ? `other-${i}` : `tenant-${i}`;
      return s.objects;
    }).flat();
    judge(objects.map(counted), RULES, target);
    return read;
  }

  test('with one name in every namespace', () => {
    expect(tenants(200) / tenants(100)).toBeLessThan(2.2);
  });

  test.each([
    ['labels of their own', (i: number) => ({ app: `web${i}` })],
    ['one label in common', (i: number) => ({ part: 'of', app: `web${i}` })],
    ['the common label last', (i: number) => ({ app: `web${i}`, part: 'of' })],
  ])('with %s', (_, labels) => {
    expect(reads(200, labels) / reads(100, labels)).toBeLessThan(2.2);
  });
});
