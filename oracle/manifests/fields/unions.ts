const EXEC = { command: ['true'] };
const HTTP = { path: '/', port: 1 };
const TCP = { port: 1 };
const FIELD = { fieldPath: 'metadata.name' };
const RESOURCE = { containerName: 'db', resource: 'limits.memory' };
const KEY = { name: 'db', key: 'mode' };

const HANDLER = { exec: EXEC, httpGet: HTTP, tcpSocket: TCP, sleep: { seconds: 1 } };
const PROBE = { exec: EXEC, httpGet: HTTP, tcpSocket: TCP, grpc: { port: 1 } };
const POD = 'StatefulSet.spec.template.spec';

/** Fields of which an object has one, or some that it does not have beside others, and a sound value of each. */
export const MEMBERS: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map<string, Readonly<Record<string, unknown>>>([
  [`${POD}.containers[].livenessProbe`, PROBE],
  [`${POD}.containers[].readinessProbe`, PROBE],
  [`${POD}.containers[].startupProbe`, PROBE],
  [`${POD}.containers[].lifecycle.preStop`, HANDLER],
  [`${POD}.containers[].lifecycle.postStart`, HANDLER],
  [`${POD}.containers[]`, { livenessProbe: { exec: EXEC }, readinessProbe: { exec: EXEC }, startupProbe: { exec: EXEC }, lifecycle: { preStop: { exec: EXEC } } }],
  [`${POD}.containers[].env[]`, { value: 'x', valueFrom: { fieldRef: FIELD } }],
  [`${POD}.containers[].env[].valueFrom`, { fieldRef: FIELD, resourceFieldRef: RESOURCE, configMapKeyRef: KEY, secretKeyRef: KEY, fileKeyRef: { volumeName: 'tmp', path: 'a', key: 'A' } }],
  [`${POD}.containers[].envFrom[]`, { configMapRef: { name: 'db' }, secretRef: { name: 'db' } }],
  [`${POD}.containers[].volumeMounts[]`, { subPath: 'a', subPathExpr: '$(POD_NAME)', recursiveReadOnly: 'Enabled', mountPropagation: 'Bidirectional' }],
  [`${POD}.volumes[]`, {
    configMap: { name: 'db' },
    secret: { secretName: 'db' },
    emptyDir: {},
    downwardAPI: {},
    hostPath: { path: '/var' },
    nfs: { server: 'nfs.example.org', path: '/' },
    projected: { sources: [] },
    persistentVolumeClaim: { claimName: 'db' },
    csi: { driver: 'example.org' },
    image: { reference: 'registry.k8s.io/pause:3.9' },
    iscsi: { targetPortal: '192.0.2.1', iqn: 'iqn.2024-01.org.example:db', lun: 0 },
    ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } },
  }],
  [`${POD}.volumes[].downwardAPI.items[]`, { fieldRef: FIELD, resourceFieldRef: RESOURCE }],
  [`${POD}.volumes[].projected.sources[].downwardAPI.items[]`, { fieldRef: FIELD, resourceFieldRef: RESOURCE }],
  [`${POD}.volumes[].projected.sources[]`, { configMap: { name: 'db' }, secret: { name: 'db' }, downwardAPI: {}, serviceAccountToken: { path: 'other' } }],
  ['StatefulSet.spec.volumeClaimTemplates[].spec', { dataSource: { kind: 'PersistentVolumeClaim', name: 'seed' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'seed' }, volumeName: 'disk', selector: { matchLabels: { a: 'b' } } }],
]);
