import { afterChange, findings, parse, SoundSet } from './harness';
import { fieldValues } from '../../src/rules/field-values';

test('a sound set holds what is taken', () => {
  expect(afterChange(fieldValues, () => undefined)).toEqual([]);
  expect(afterChange(fieldValues, () => undefined, 36)).toEqual([]);
});

test.each<[string, Parameters<typeof afterChange>[1], string, string]>([
  ['a key of a ConfigMap that is not named', ({ container }) => { container.env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'a' } } }]; },
    'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key', 'key is missing'],
  ['a hook without a handler', ({ container }) => { container.lifecycle = { preStop: {} }; }, 'spec.template.spec.containers[0].lifecycle.preStop', 'preStop is {}'],
  ['a weight of nothing', ({ pod }) => {
    pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: 'zone' } }] } };
  }, 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight', 'weight is 0'],
  ['a volume whose Secret is not named', ({ pod }) => { pod.volumes = [{ name: 'keys', secret: {} }]; }, 'spec.template.spec.volumes[0].secret.secretName', 'secretName is missing'],
  ['a claim of an unknown mode', ({ claim }) => { claim.spec.volumeMode = 'block'; }, 'spec.volumeClaimTemplates[0].spec.volumeMode', 'volumeMode is "block"'],
  ['a grace period of readiness', ({ container }) => { container.readinessProbe.terminationGracePeriodSeconds = 5; }, 'spec.template.spec.containers[0].readinessProbe',
    'readinessProbe is {"httpGet":{"path":"/","port":"http"},"terminationGracePeriodSeconds":5}'],
  ['a gate of scheduling that stands twice', ({ pod }) => { pod.schedulingGates = [{ name: 'a' }, { name: 'a' }]; }, 'spec.template.spec.schedulingGates', 'schedulingGates is [{"name":"a"},{"name":"a"}]'],
  ['a fourth nameserver', ({ pod }) => { pod.dnsConfig = { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }; }, 'spec.template.spec.dnsConfig.nameservers',
    'nameservers is ["10.0.0.1","10.0.0.2","10.0.0.3","10.0.0.4"]'],
  ['variables of two objects in one entry', ({ container }) => { container.envFrom = [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }]; }, 'spec.template.spec.containers[0].envFrom[0]',
    'envFrom[0] is {"configMapRef":{"name":"a"},"secretRef":{"name":"b"}}'],
  ['a file about no container', ({ pod }) => { pod.volumes = [{ name: 'v', downwardAPI: { items: [{ path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }] } }]; },
    'spec.template.spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName', 'containerName is missing'],
  ['two sources of a claim', ({ claim }) => { Object.assign(claim.spec, { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' } }); },
    'spec.volumeClaimTemplates[0].spec', 'spec holds what does not go together'],
])('fails %s; the API server refuses it from 1.34 on', (_name, change, path, message) => {
  const [finding, ...others] = afterChange(fieldValues, change);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ path, severity: 'error', acknowledgeable: true, message: `${message}; the pod or its claim cannot be created` });
  expect(afterChange(fieldValues, change, 34)).toMatchObject([{ path, acknowledgeable: false }]);
});

test('fails in Services and policies, which every version refuses', () => {
  const found = findings(fieldValues, parse(`
{ apiVersion: v1, kind: Service, metadata: { name: a, labels: { a: b c } }, spec: { ports: [{ port: 80, protocol: tcp }], clusterIP: 10.0.0, externalIPs: [x] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ from: [{}], ports: [{ port: 5, endPort: 4 }] }] } }
`));
  expect(found.every(({ acknowledgeable }) => !acknowledgeable)).toBe(true);
  expect(found.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'metadata.labels: labels is {"a":"b c"}; the API server refuses the Service',
    'spec.ports[0].protocol: protocol is "tcp"; the API server refuses the Service',
    'spec.clusterIP: clusterIP is "10.0.0"; the API server refuses the Service',
    'spec.externalIPs[0]: externalIPs[0] is "x"; the API server refuses the Service',
    'spec.ingress[0].from[0]: from[0] is {}; the API server refuses the NetworkPolicy',
    'spec.ingress[0].ports[0]: ports[0] is {"port":5,"endPort":4}; the API server refuses the NetworkPolicy',
  ]);
});

test('fails a negative generation where the API server does not count it itself', () => {
  const told = (head: string, rest = '') => findings(fieldValues, parse(`{ ${head}, metadata: { name: a, generation: -1 }${rest} }`)).map(({ path }) => path);
  expect(told('apiVersion: v1, kind: Service', ', spec: { clusterIP: None }')).toEqual(['metadata.generation']);
  expect(told('apiVersion: v1, kind: PersistentVolumeClaim')).toContain('metadata.generation');
  expect(told('apiVersion: policy/v1, kind: PodDisruptionBudget', ', spec: { selector: {}, minAvailable: 1 }')).toEqual([]);
  expect(told('apiVersion: networking.k8s.io/v1, kind: NetworkPolicy', ', spec: { podSelector: {} }')).toEqual([]);
});

test('fails a restart policy that no init container can have, from the version on that reads it', () => {
  const policy = (value: string): Parameters<typeof afterChange>[1] => ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'i', restartPolicy: value }]; };
  expect(afterChange(fieldValues, policy('never'), 28)).toEqual([]);
  expect(afterChange(fieldValues, policy('Never'), 33)).toMatchObject([{ path: 'spec.template.spec.initContainers[0].restartPolicy' }]);
  expect(afterChange(fieldValues, policy('Never'), 36)).toEqual([]);
  expect(afterChange(fieldValues, policy('never'), 36)).toHaveLength(1);
});

test('a name that begins with a digit can be generated for a Service from 1.36 on', () => {
  const service = parse('{ apiVersion: v1, kind: Service, metadata: { generateName: 2fa- }, spec: { ports: [{ port: 80 }] } }');
  expect(findings(fieldValues, service, 35)).toMatchObject([{ path: 'metadata.generateName' }]);
  expect(findings(fieldValues, service, 36)).toEqual([]);
});

const refused = (yaml: string, minor = 28) => findings(fieldValues, parse(yaml), minor).map(({ path, message, acknowledgeable }) => `${path}: ${message}${acknowledgeable ? ' (can be acknowledged)' : ''}`);
/** A set that mounts what the test is about. */
const reading = (source: string) => `{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: a }, spec: { template: { spec: { volumes: [{ name: a, ${source} }] } } } }\n---\n`;
const autoscaler = (spec: string) => `{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: a }, spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: a }, ${spec} } }`;

test('fails an autoscaler whose bounds, metrics or policies do not go together', () => {
  expect(refused(autoscaler('minReplicas: 1, maxReplicas: 3, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]'))).toEqual([]);
  expect(refused(autoscaler('minReplicas: 5, maxReplicas: 3'))).toEqual(['spec.maxReplicas: maxReplicas is 3; the API server refuses the HorizontalPodAutoscaler']);
  expect(refused(autoscaler('minReplicas: 0, maxReplicas: 3'))).toEqual(['spec.minReplicas: minReplicas is 0; the API server refuses the HorizontalPodAutoscaler']);
  expect(refused(autoscaler('minReplicas: 2'))).toEqual(['spec.maxReplicas: maxReplicas is missing; the API server refuses the HorizontalPodAutoscaler']);
  expect(findings(fieldValues, parse(autoscaler('maxReplicas: 3, metrics: [{ type: Resource, pods: { metric: { name: a }, target: { type: AverageValue, averageValue: 1 } } }]')))).toMatchObject([
    { path: 'spec.metrics[0]', fix: 'write resource, and nothing else, beside type Resource' },
  ]);
  expect(findings(fieldValues, parse(autoscaler('maxReplicas: 3, metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70, averageValue: 1 } } }]')))).toMatchObject([
    { path: 'spec.metrics[0].resource.target', fix: 'write averageUtilization or averageValue' },
  ]);
  expect(refused(autoscaler('maxReplicas: 3, behavior: { scaleDown: { policies: [], stabilizationWindowSeconds: 3601 } }'))).toEqual([
    'spec.behavior.scaleDown.policies: policies is []; the API server refuses the HorizontalPodAutoscaler',
    'spec.behavior.scaleDown.stabilizationWindowSeconds: stabilizationWindowSeconds is 3601; the API server refuses the HorizontalPodAutoscaler',
  ]);
});

test('fails an autoscaler that names its set without a group, from the version on that reads it', () => {
  const nameless = '{ apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: { name: a }, spec: { scaleTargetRef: { kind: StatefulSet, name: a }, maxReplicas: 3 } }';
  expect(refused(nameless, 33)).toEqual([]);
  expect(findings(fieldValues, parse(nameless), 34)).toMatchObject([{ path: 'spec.scaleTargetRef', fix: 'write an apiVersion with a group, such as apps/v1' }]);
});

test('fails a claim of its own that no volume can be found for, and one whose sources differ', () => {
  const claim = (spec: string) => `{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { ${spec} } }`;
  const size = 'resources: { requests: { storage: 1Gi } }';
  expect(refused(claim(`accessModes: [ReadWriteOnce], ${size}`))).toEqual([]);
  expect(refused(claim(`accessModes: [RWO], ${size}`))).toEqual(['spec.accessModes[0]: accessModes[0] is "RWO"; the API server refuses the PersistentVolumeClaim']);
  expect(refused(claim('accessModes: [ReadWriteOnce]'))).toEqual(['spec.resources: resources is missing; the API server refuses the PersistentVolumeClaim']);
  expect(refused(claim(`accessModes: [ReadWriteOnce, ReadWriteOncePod], ${size}`))).toHaveLength(1);
  expect(refused(claim(`accessModes: [ReadWriteOnce], ${size}, dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b }`))).toHaveLength(1);
  // It is dropped without a word.
  expect(refused(claim(`accessModes: [ReadWriteOnce], ${size}, dataSource: { kind: Pod, name: a }`))).toEqual([]);
});

test('fails a class without a provisioner, with another policy or with terms that repeat', () => {
  expect(refused('{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a }, provisioner: csi.example.org }')).toEqual([]);
  expect(refused('{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: a }, reclaimPolicy: Recycle, volumeBindingMode: immediate, allowedTopologies: [{}] }')).toEqual([
    'provisioner: provisioner is missing; the API server refuses the StorageClass',
    'reclaimPolicy: reclaimPolicy is "Recycle"; the API server refuses the StorageClass',
    'volumeBindingMode: volumeBindingMode is "immediate"; the API server refuses the StorageClass',
    'allowedTopologies: allowedTopologies is [{}]; the API server refuses the StorageClass',
  ]);
});

test('fails a standard of pod security that does not exist', () => {
  const namespace = (level: string) => `{ apiVersion: v1, kind: Namespace, metadata: { name: a, labels: { pod-security.kubernetes.io/enforce: ${level}, pod-security.kubernetes.io/enforce-version: v1.28 } } }`;
  expect(refused(namespace('restricted'))).toEqual([]);
  expect(findings(fieldValues, parse(namespace('Restricted')))).toMatchObject([{ path: 'metadata.labels', fix: 'write privileged or baseline or restricted as pod-security.kubernetes.io/enforce' }]);
});

test('fails keys that a ConfigMap cannot have, and one that stands in both of its fields', () => {
  const config = (fields: string) => refused(`${reading('configMap: { name: a }')}{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, ${fields} }`);
  expect(config('data: { a.b: c }, binaryData: { d: aGk= }')).toEqual([]);
  expect(config('data: { "a b": c }')).toEqual(['data: data is {"a b":"c"}; the API server refuses the ConfigMap']);
  expect(config('data: { a: b }, binaryData: { a: aGk= }')).toEqual([': the ConfigMap holds what does not go together; the API server refuses the ConfigMap']);
});

test('fails a Secret that lacks what its type needs, and shows nothing of what it holds', () => {
  const secret = (fields: string) => findings(fieldValues, parse(`${reading('secret: { secretName: a }')}{ apiVersion: v1, kind: Secret, metadata: { name: a }, ${fields} }`));
  expect(secret('type: kubernetes.io/tls, data: { tls.crt: aGk= }, stringData: { tls.key: x }')).toEqual([]);
  expect(secret('type: kubernetes.io/tls, stringData: { tls.crt: hunter2 }')).toMatchObject([{ fix: 'write tls.key in a Secret of type kubernetes.io/tls' }]);
  expect(secret('type: kubernetes.io/dockerconfigjson, stringData: { .dockerconfigjson: hunter2 }')).toMatchObject([{ fix: 'write JSON in .dockerconfigjson' }]);
  expect(JSON.stringify(secret('stringData: { "a b": hunter2 }'))).toContain('stringData holds something that is not shown here');
  expect(JSON.stringify(secret('stringData: { "a b": hunter2 }'))).not.toContain('hunter2');
});

test.each([
  'persistentVolumeClaim: { claimName: "" }', 'emptyDir: { sizeLimit: "-1" }', 'secret: { secretName: x, defaultMode: 9999 }', 'csi: { driver: A b }', 'iscsi: { lun: 0 }',
])('a volume of %s passes where a claim template has its name: the pod gets the claim instead', (source) => {
  const set = (claim: string) => refused(`{ apiVersion: apps/v1, kind: StatefulSet, metadata: { name: a }, spec: {
    volumeClaimTemplates: [{ metadata: { name: ${claim} } }], template: { spec: { volumes: [{ name: other, emptyDir: {} }, { name: datadir, ${source} }] } } } }`, 36);
  expect(set('datadir')).toEqual([]);
  expect(set('other')).not.toEqual([]);
});

test.each([
  ['Service', 'v1', 'spec: { ports: [{ port: 80 }] }'], ['ConfigMap', 'v1', 'data: {}'], ['PodDisruptionBudget', 'policy/v1', 'spec: { maxUnavailable: 1, selector: { matchLabels: { a: b } } }'],
])('fails annotations of a %s that are too long together', (kind, apiVersion, rest) => {
  const of = (length: number) => findings(fieldValues, parse(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a, annotations: { a: ${'x'.repeat(length)} } }, ${rest} }`));
  expect(of(262143)).toEqual([]);
  expect(of(262144)).toMatchObject([{ path: 'metadata.annotations', acknowledgeable: false, fix: 'write at most 262144 bytes of annotations, keys and values together' }]);
});

test('fails a file of the downward API whose name begins with two dots, which every version refuses', () => {
  const file = (path: string) => refused(reading(`downwardAPI: { items: [{ path: ${path}, fieldRef: { fieldPath: metadata.name } }] }`));
  expect(file('a/..b')).toEqual([]);
  expect(file('..a')).toEqual(['spec.template.spec.volumes[0].downwardAPI.items[0].path: path is "..a"; the pod or its claim cannot be created (can be acknowledged)']);
});

test('fails a token outside of its volume: before 1.30 every server takes it, and the kubelet does not', () => {
  const token = (path: string, minor: number) => findings(fieldValues, parse(reading(`projected: { sources: [{ serviceAccountToken: { path: ${path} } }] }`)), minor);
  expect(token('a/..b', 28)).toEqual([]);
  for (const path of ['../a', '..a', '/a']) {
    expect(token(path, 29)).toMatchObject([{ severity: 'error', acknowledgeable: true, message: `path is "${path}"; the kubelet cannot fill the volume, so no container of the pod starts` }]);
    expect(token(path, 30)).toMatchObject([{ acknowledgeable: true, message: `path is "${path}"; the pod or its claim cannot be created` }]);
    expect(token(path, 34)).toMatchObject([{ acknowledgeable: false }]);
  }
  expect(token('""', 28)).toMatchObject([{ message: 'path is missing; the pod or its claim cannot be created' }]);
});

test('fails a Service whose fields do not go together, whoever it belongs to', () => {
  const service = (spec: string, annotations = '') => findings(fieldValues, parse(`{ apiVersion: v1, kind: Service, metadata: { name: a, annotations: { ${annotations} } }, spec: { ${spec} } }`)).map(({ path, fix }) => `${path}: ${fix}`);
  expect(service('ports: [{ port: 80 }]')).toEqual([]);
  expect(service('ports: [{ name: a, port: 80 }, { name: a, port: 81 }]')).toEqual(['spec.ports: write each name once']);
  expect(service('ports: [{ name: a, port: 80 }, { name: b, port: 80 }]')).toEqual(['spec.ports: write each number and protocol once']);
  expect(service('ports: [{ port: 80 }, { name: b, port: 81 }]')).toEqual(['spec.ports: write a name for each of several ports']);
  expect(service('type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080 }]')).toEqual(['spec.ports: write each nodePort and protocol once']);
  expect(service('type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 81, nodePort: 30080, protocol: UDP }]')).toEqual(['spec.ports: write a nodePort of its own for each port']);
  expect(service('type: NodePort, ports: [{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 80, nodePort: 30080, protocol: UDP }]')).toEqual([]);
  expect(service('type: NodePort, clusterIP: None, ports: [{ port: 80 }]')).toEqual(['spec.type: write ClusterIP beside clusterIP None, or another clusterIP']);
  expect(service('type: ExternalName, externalName: a.example.org, clusterIP: None')).toEqual(['spec.clusterIP: write no clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy beside type ExternalName']);
  expect(service('ports: [{ port: 80 }], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.2]')).toEqual(['spec.clusterIPs: write clusterIPs that begin with clusterIP']);
  expect(service('ports: [{ port: 80 }], loadBalancerSourceRanges: [10.0.0.0/8]')).toEqual(['spec.loadBalancerSourceRanges: write no loadBalancerSourceRanges, unless type is LoadBalancer']);
  expect(service('ports: [{ port: 80 }], externalIPs: [127.0.0.1]')).toEqual(['spec.externalIPs[0]: write an IP address that is neither unspecified, loopback nor link-local']);
  expect(service('ports: [{ port: 80 }], sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } }')).toEqual(['spec.sessionAffinityConfig.clientIP.timeoutSeconds: write timeoutSeconds from 1 to 86400']);
  // It is dropped where there is no affinity.
  expect(service('ports: [{ port: 80 }], sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } }')).toEqual([]);
  expect(service('type: LoadBalancer, ports: [{ port: 80 }]', 'service.beta.kubernetes.io/load-balancer-source-ranges: x')).toEqual([
    'metadata.annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]: write ranges such as 10.0.0.0/8 in service.beta.kubernetes.io/load-balancer-source-ranges',
  ]);
});

test('fails a peer of a policy that is a range and selects pods', () => {
  const peer = (from: string) => refused(`{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ from: [${from}] }] } }`);
  expect(peer('{ podSelector: {}, namespaceSelector: {} }')).toEqual([]);
  expect(peer('{ ipBlock: { cidr: 10.0.0.0/8 }, podSelector: {} }')).toHaveLength(1);
});

test('fails a name to be made up that cannot become one', () => {
  const named = (metadata: string) => refused(`{ apiVersion: v1, kind: ServiceAccount, metadata: { ${metadata} } }`);
  expect(named('generateName: a-')).toEqual([]);
  expect(named('generateName: A-')).toEqual(['metadata: metadata is {"generateName":"A-"}; the API server refuses the ServiceAccount']);
  // The API server looks at neither of the last two letters where there is a name.
  expect(named('name: a, generateName: A-')).toEqual([]);
  expect(named('name: a, generateName: A_b')).toHaveLength(1);
});

test('the data of a ConfigMap that no set reads is not looked at', () => {
  expect(refused('{ apiVersion: v1, kind: ConfigMap, metadata: { name: app }, data: { "a b": c } }')).toEqual([]);
});

test('fields that a version drops are not looked at, and those it keeps are', () => {
  const of = (change: Parameters<typeof afterChange>[1], ...minors: number[]) => minors.map((minor) => afterChange(fieldValues, change, minor).length);
  expect(of(({ container }) => { container.resizePolicy = [{ resourceName: 'cpu' }]; }, 32, 33)).toEqual([0, 1]);
  expect(of(({ container }) => { container.resources = { claims: [{ name: 'gpu' }] }; }, 33, 34)).toEqual([0, 1]);
  expect(of(({ container }) => { container.restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }]; }, 34, 35)).toEqual([0, 1]);
  expect(of(({ pod }) => { pod.securityContext.supplementalGroupsPolicy = 'strict'; }, 32, 33)).toEqual([0, 1]);
});

test('fails finalizers without a domain and owners that cannot be, in nearly every kind', () => {
  const kinds: ReadonlyArray<readonly [kind: string, apiVersion: string, rest: string]> = [
    ['Service', 'v1', 'spec: { ports: [{ port: 80 }] }'], ['StorageClass', 'storage.k8s.io/v1', 'provisioner: a.b/c'], ['Namespace', 'v1', 'spec: {}'],
    ['NetworkPolicy', 'networking.k8s.io/v1', 'spec: { podSelector: {} }'], ['PersistentVolumeClaim', 'v1', 'spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }'],
  ];
  const owner = (rest: string) => `{ apiVersion: v1, kind: A, name: a, ${rest} }`;
  for (const [kind, apiVersion, rest] of kinds) {
    const of = (metadata: string) => findings(fieldValues, parse(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: a, ${metadata} }, ${rest} }`)).map(({ path, fix }) => `${path}: ${fix}`);
    expect(of('finalizers: [example.org/x, kubernetes, orphan]')).toEqual([]);
    expect(of('finalizers: [foo, "foo/b r", ""]')).toEqual([0, 1, 2].map((i) => `metadata.finalizers[${i}]: write a name with a domain, such as example.org/name`));
    expect(of('finalizers: [orphan, foregroundDeletion]')).toEqual(['metadata.finalizers: write orphan or foregroundDeletion, and not both']);
    expect(of(`ownerReferences: [${owner('uid: b, controller: true')}, ${owner('uid: b, controller: true')}]`)).toEqual([]);
    expect(of(`ownerReferences: [${owner('uid: b, controller: true')}, ${owner('uid: c, controller: true')}]`)).toEqual(['metadata.ownerReferences: write controller: true of one owner']);
    expect(of('ownerReferences: [{ apiVersion: v1, kind: Event, name: a, uid: b }]')).toEqual(['metadata.ownerReferences[0]: write another owner than an Event']);
  }
});

test('a budget may have a finalizer without a domain, and not one that is no name', () => {
  const budget = (finalizer: string) => findings(fieldValues, parse(`{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a, finalizers: ["${finalizer}"] }, spec: { minAvailable: 1 } }`));
  expect(budget('foo')).toEqual([]);
  expect(budget('b r')).toMatchObject([{ path: 'metadata.finalizers[0]', acknowledgeable: false }]);
});

test('fails metadata of a set at the apply, and of its pods and claims once they are made', () => {
  const finalizers = (at: (s: SoundSet) => any) => afterChange(fieldValues, (s) => { at(s).metadata.finalizers = ['foo']; }, 36);
  expect(finalizers(({ set }) => set)).toMatchObject([{ path: 'metadata.finalizers[0]', acknowledgeable: false }]);
  expect(finalizers(({ set }) => set.spec.template)).toMatchObject([{ path: 'spec.template.metadata.finalizers[0]', acknowledgeable: true, message: 'finalizers[0] is "foo"; the pod or its claim cannot be created' }]);
  expect(finalizers(({ claim }) => claim)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].metadata.finalizers[0]', acknowledgeable: true }]);
  // A pod has the set for its owner, whatever the template says.
  const owners = (at: (s: SoundSet) => any) => afterChange(fieldValues, (s) => { at(s).metadata.ownerReferences = [{ apiVersion: 'v1', kind: 'A', name: 'a' }]; });
  expect(owners(({ set }) => set.spec.template)).toEqual([]);
  expect(owners(({ claim }) => claim)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].metadata.ownerReferences[0].uid' }]);
});

test('fails a source or a class that a claim of a set cannot have', () => {
  const claim = (spec: object, minor: number) => afterChange(fieldValues, (s) => { Object.assign(s.claim.spec, spec); }, minor).length;
  const both = (spec: object) => [claim(spec, 28), claim(spec, 36)];
  expect(both({ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'x' }, volumeAttributesClassName: 'fast' })).toEqual([0, 0]);
  expect(both({ dataSourceRef: { kind: 'Foo', name: 'x' } })).toEqual([1, 1]);
  expect(both({ dataSourceRef: { apiGroup: 'A_B', kind: 'Foo', name: 'x' } })).toEqual([0, 1]);
  expect(both({ volumeAttributesClassName: 'A_B' })).toEqual([0, 1]);
  // Older servers drop these from the claim, newer ones look at the set first.
  expect(both({ dataSource: { kind: 'Foo', name: 'x' } })).toEqual([0, 1]);
  expect(both({ dataSourceRef: { kind: 'Foo', name: 'x', namespace: 'y' } })).toEqual([0, 1]);
});

test('fails a source, a class or a selector that a claim of a pod cannot have', () => {
  const spec = (rest: object, minor: number) => afterChange(fieldValues, ({ pod }) => {
    pod.volumes = [{ name: 'e', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...rest } } } }];
  }, minor).length;
  const both = (rest: object) => [spec(rest, 28), spec(rest, 36)];
  expect(both({ storageClassName: 'fast', selector: { matchLabels: { a: 'b' } }, dataSource: { kind: 'PersistentVolumeClaim', name: 'x' } })).toEqual([0, 0]);
  expect(both({ storageClassName: 'A B' })).toEqual([1, 1]);
  expect(both({ selector: { matchLabels: { a: 'b c' } } })).toEqual([1, 1]);
  expect(both({ dataSourceRef: { kind: 'Foo', name: 'x' } })).toEqual([1, 1]);
  expect(both({ dataSource: { kind: 'Foo', name: 'x' } })).toEqual([1, 1]);
  expect(both({ dataSource: { kind: 'PersistentVolumeClaim', name: 'x' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'x', namespace: 'y' } })).toEqual([1, 1]);
  expect(both({ dataSourceRef: { apiGroup: 'A_B', kind: 'Foo', name: 'x' } })).toEqual([0, 1]);
  expect(both({ volumeAttributesClassName: 'A_B' })).toEqual([0, 1]);
});

test('fails what versions before 1.29 and 1.33 do not take yet', () => {
  const hostIps: Parameters<typeof afterChange>[1] = ({ container }) => { container.env = [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.hostIPs' } } }]; };
  expect([28, 29].map((minor) => afterChange(fieldValues, hostIps, minor).length)).toEqual([1, 0]);
  const searches: Parameters<typeof afterChange>[1] = ({ pod }) => { pod.dnsConfig = { searches: ['_tcp.x', '.'] }; };
  expect([32, 33].map((minor) => afterChange(fieldValues, searches, minor).length)).toEqual([2, 0]);
});

test('fails an action of a rule that no container knows', () => {
  const rule = (action: string): Parameters<typeof afterChange>[1] => ({ container }) => {
    Object.assign(container, { restartPolicy: 'Never', restartPolicyRules: [{ action, exitCodes: { operator: 'In', values: [1] } }] });
  };
  expect(['Restart', 'RestartAllContainers'].flatMap((action) => afterChange(fieldValues, rule(action), 36))).toEqual([]);
  expect(afterChange(fieldValues, rule('restart'), 36)).toMatchObject([{ path: 'spec.template.spec.containers[0].restartPolicyRules[0].action', fix: 'write Restart or RestartAllContainers' }]);
});

test('fails more rules of a restart, and more exit codes of one, than the API server takes', () => {
  const told = (rules: number, codes: number, minor = 36) => afterChange(fieldValues, ({ container }) => {
    const exitCodes = { operator: 'In', values: Array.from({ length: codes }, (_, i) => i) };
    Object.assign(container, { restartPolicy: 'Never', restartPolicyRules: Array(rules).fill({ action: 'Restart', exitCodes }) });
  }, minor).map(({ path }) => path.replace('spec.template.spec.containers[0].', ''));
  expect(told(20, 255)).toEqual([]);
  expect(told(21, 1)).toEqual(['restartPolicyRules']);
  expect(told(1, 256)).toEqual(['restartPolicyRules[0].exitCodes.values']);
  // Before, the rules are dropped unread.
  expect(told(21, 256, 34)).toEqual([]);
});

test('fails a key of a label that cannot be, and a node that is not told by one name', () => {
  const key = (fieldPath: string) => afterChange(fieldValues, ({ container }) => { container.env = [{ name: 'A', valueFrom: { fieldRef: { fieldPath } } }]; }).length;
  expect(["metadata.labels['a/b']", "metadata.annotations['A.b/c']", "metadata.labels['a b']", "metadata.labels['A.b/c']", "metadata.annotations['a b']"].map(key)).toEqual([0, 0, 1, 1, 1]);
  const fields = (field: object) => afterChange(fieldValues, ({ pod }) => {
    pod.affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [field] }] } } };
  }).map(({ path }) => path.split('.').at(-1));
  expect(fields({ key: 'metadata.name', operator: 'In', values: ['a'] })).toEqual([]);
  expect(fields({ key: 'foo', operator: 'Exists', values: ['a', 'b'] })).toEqual(['key', 'operator', 'values']);
  expect(fields({ key: 'metadata.name', operator: 'In' })).toEqual(['values']);
  expect(fields({ key: 'metadata.name', operator: 'NotIn', values: ['A b'] })).toEqual(['values[0]']);
});

test.each([['apps/v1', 0], ['v1', 0], ['example.org/v1/', 1], ['a/b/c', 1]])('an owner of %s has %d findings', (apiVersion, count) => {
  expect(refused(`{ apiVersion: v1, kind: Service, metadata: { name: a, ownerReferences: [{ apiVersion: ${apiVersion}, kind: A, name: a, uid: b }] }, spec: { ports: [{ port: 80 }] } }`)).toHaveLength(count);
});

test('where one field of an object is at fault, it is named, and not the whole', () => {
  const told = (change: Parameters<typeof afterChange>[1], minor = 36) => afterChange(fieldValues, change, minor).map(({ path, message, fix }) => `${path}: ${message.split(';')[0]}; ${fix}`);
  const pod = 'spec.template.spec';
  expect(told((s) => { Object.assign(s.pod, { hostNetwork: true }); s.pod.securityContext.sysctls = [{ name: 'kernel.x', value: '1' }, { name: 'net.x', value: '1' }]; })).toEqual([
    `${pod}.securityContext.sysctls[1].name: name is "net.x"; write no sysctl of the network beside hostNetwork: true`,
  ]);
  expect(told(({ container }) => { container.resources = { claims: [{ name: 'gpu' }] }; })).toEqual([
    `${pod}.containers[0].resources.claims[0].name: name is "gpu"; write the name of a claim that stands in resourceClaims of the pod`,
  ]);
  expect(told(({ container }) => { container.restartPolicyRules = [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }]; })).toEqual([
    `${pod}.containers[0].restartPolicy: restartPolicy is missing; write restartPolicy, which restartPolicyRules need`,
  ]);
  expect(told(({ claim }) => { claim.spec.dataSourceRef = { kind: 'Foo', name: 'x' }; })).toEqual([
    'spec.volumeClaimTemplates[0].spec.dataSourceRef: dataSourceRef is {"kind":"Foo","name":"x"}; write the apiGroup of a data source that is no PersistentVolumeClaim, a DNS name',
  ]);
  expect(findings(fieldValues, parse('{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: a }, spec: { scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: a }, minReplicas: 5, maxReplicas: 3 } }'))).toMatchObject([
    { path: 'spec.maxReplicas', fix: 'write a number from minReplicas on, which is 5' },
  ]);
});

test.each<[string, number]>([
  ['{ creationTimestamp: null, namespace: "", generation: 0, labels: { a: b } }', 0], ['{ name: x }', 1], ['{ finalizers: [] }', 1],
])('the metadata %s of an ephemeral claim have %d findings: what is empty says nothing', (metadata, count) => {
  const source = `ephemeral: { volumeClaimTemplate: { metadata: ${metadata}, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } } }`;
  expect([28, 36].map((minor) => refused(reading(source), minor).length)).toEqual([count, count]);
});

test('what older versions make a pod of is not told as if they did not', () => {
  const message = (change: Parameters<typeof afterChange>[1]) => [28, 33].map((minor) => afterChange(fieldValues, change, minor).map((each) => each.message.split('; ')[1]));
  const refusedPod = ['the pod or its claim cannot be created'];
  expect(message(({ pod }) => { Object.assign(pod, { hostNetwork: true, securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1' }] } }); }))
    .toEqual([['the kubelet refuses the pod, which is made again and again'], refusedPod]);
  expect(message(({ pod }) => {
    pod.affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['a b'] }] }] } } };
  })).toEqual([['the scheduler cannot read the term, so the pod stays pending'], refusedPod]);
});
