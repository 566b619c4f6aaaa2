import { IN_TREE_VOLUMES } from './in-tree-volumes';
import { placeOf, pairs, Relation } from './relations';
import { Setting, SETTINGS } from './settings';

const IN_CONTAINERS = ['container', 'init'];
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io';
const CAPABILITIES = [
  undefined, {}, { drop: ['ALL'] }, { drop: ['all'] }, { drop: ['NET_RAW'] }, { drop: ['ALL'], add: ['NET_BIND_SERVICE'] }, { drop: ['ALL'], add: ['CHOWN', 'SETUID'] },
  { drop: ['ALL'], add: ['NET_RAW'] }, { drop: ['ALL'], add: ['SYS_CHROOT', 'IPC_LOCK'] }, { add: ['MKNOD'] }, { drop: ['ALL'], add: ['CAP_CHOWN'] }, { drop: ['ALL'], add: ['net_bind_service'] },
];
const SELINUX = [
  {}, { type: '' }, { type: 'container_t' }, { type: 'container_init_t' }, { type: 'container_kvm_t' }, { type: 'container_engine_t' }, { type: 'spc_t' }, { user: 'x' }, { role: 'x' }, { level: 's0:c1' },
];
const PROFILES = [undefined, { type: 'RuntimeDefault' }, { type: 'Localhost', localhostProfile: 'x' }, { type: 'Unconfined' }];
const HANDLERS = [
  { tcpSocket: { port: 80, host: '192.0.2.1' } }, { httpGet: { port: 80, host: 'db.example.org' } }, { httpGet: { port: 80, host: '' } }, { httpGet: { port: 80 } }, { exec: { command: ['true'] } },
];
const SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes', 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem',
  'net.core.somaxconn', 'net/ipv4/tcp_syncookies', 'kernel.msgmax',
];

/** One volume of each in-tree source. */
const OLD_VOLUMES = [...new Map(IN_TREE_VOLUMES.map((volume) => [Object.keys(volume).filter((key) => key !== 'name').join(), volume] as const).reverse()).values()];

/** Values of every field that some check of Pod Security reads, allowed ones and others. */
export const SHAPES: readonly Setting[] = [
  ...['hostNetwork', 'hostPID', 'hostIPC'].map((field): Setting => [`pod.${field}`, true, false]),
  ['pod.hostUsers', false, true],
  ['pod.os', { name: 'windows' }, { name: 'linux' }],
  ['pod.nodeSelector', { 'kubernetes.io/os': 'windows' }],
  ['pod.securityContext', undefined, {}, { seccompProfile: { type: 'RuntimeDefault' } }, { runAsNonRoot: true }],
  ['pod.securityContext.runAsNonRoot', undefined, false],
  ['pod.securityContext.runAsUser', 0, 1000],
  ['pod.securityContext.seccompProfile', ...PROFILES],
  ['pod.securityContext.appArmorProfile', ...PROFILES],
  ['pod.securityContext.seLinuxOptions', ...SELINUX],
  ['pod.securityContext.sysctls', ...SYSCTLS.map((name) => [{ name, value: '1' }])],
  ['pod.securityContext.windowsOptions', { hostProcess: false }, { hostProcess: true }, { runAsUserName: 'db' }],
  ...IN_CONTAINERS.flatMap((holder): Setting[] => [
    [`${holder}.securityContext`, undefined, {}, { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }],
    [`${holder}.securityContext.privileged`, false, true],
    [`${holder}.securityContext.allowPrivilegeEscalation`, undefined, true],
    [`${holder}.securityContext.capabilities`, ...CAPABILITIES],
    [`${holder}.securityContext.procMount`, 'Default', 'Unmasked'],
    [`${holder}.securityContext.runAsNonRoot`, true, false],
    [`${holder}.securityContext.runAsUser`, 0, 1000],
    [`${holder}.securityContext.seccompProfile`, ...PROFILES],
    [`${holder}.securityContext.appArmorProfile`, ...PROFILES],
    [`${holder}.securityContext.seLinuxOptions`, ...SELINUX],
    [`${holder}.securityContext.windowsOptions`, { hostProcess: true }],
    [`${holder}.ports`, [{ containerPort: 80 }], [{ containerPort: 80, hostPort: 80 }], [{ containerPort: 80, hostPort: 0 }]],
  ]),
  ...['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.preStop', 'lifecycle.postStart'].map((field): Setting => [`container.${field}`, ...HANDLERS]),
  ['pod.volumes.0', { name: 'v' }, { name: 'v', emptyDir: {} }, { name: 'v', hostPath: { path: '/x' } }, { name: 'data', hostPath: { path: '/x' } }, { name: 'v', image: { reference: 'x' } },
    { name: 'v', configMap: { name: 'x' } }, { name: 'v', secret: { secretName: 'x' } }, { name: 'v', downwardAPI: {} }, { name: 'v', projected: { sources: [] } }, { name: 'v', csi: { driver: 'x' } },
    { name: 'v', persistentVolumeClaim: { claimName: 'x' } }, { name: 'v', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } } },
    { name: 'v', nfs: { server: 'x', path: '/' } }, { name: 'v', iscsi: { targetPortal: '192.0.2.1', iqn: 'iqn.2001-04.com.example:x', lun: 0 } }, ...OLD_VOLUMES],
  ['template.metadata.annotations', { [`${APP_ARMOR}/db`]: 'unconfined' }, { [`${APP_ARMOR}/db`]: 'runtime/default' }, { [`${APP_ARMOR}/db`]: 'localhost/x' }, { [`${APP_ARMOR}/init`]: 'unconfined' }, { [`${APP_ARMOR}/db`]: '' },
    { [`${SECCOMP}/pod`]: 'unconfined' }, { [`${SECCOMP}/pod`]: 'runtime/default' }, { [`${SECCOMP}/pod`]: 'docker/default' }, { [`${SECCOMP}/pod`]: 'localhost/x' },
    { [`container.${SECCOMP}/db`]: 'unconfined' }, { [`container.${SECCOMP}/db`]: 'localhost/x' }, { [`container.${SECCOMP}/other`]: 'unconfined' }],
];

const CONTEXT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** A set whose pods meet level restricted in every version. */
export function strictSet(namespace: string): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace },
    spec: {
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: {
        metadata: { labels: { app: 'db' } },
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: ['db', 'web'].map((name) => ({ name, image: 'registry.k8s.io/pause:3.9', securityContext: CONTEXT, lifecycle: {} })),
          initContainers: ['init', 'sidecar'].map((name) => ({ name, image: 'registry.k8s.io/pause:3.9', securityContext: CONTEXT, ...name === 'sidecar' ? { restartPolicy: 'Always' } : {} })),
          volumes: [{ name: 'v', emptyDir: {} }],
        },
      },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }],
    },
  };
}

const SECCOMP_ALONE = { seccompProfile: { type: 'RuntimeDefault' } };
const CONTEXTS = ['container', 'other', 'init', 'sidecar'].map((holder) => `${holder}.securityContext`);
const everywhere = (context: unknown) => Object.fromEntries(CONTEXTS.map((field) => [field, context]));

/** Values that a server takes only together, or that mean something only so. */
const SETS: ReadonlyArray<Readonly<Record<string, unknown>>> = [
  { 'pod.securityContext': undefined, ...everywhere(undefined) },
  { 'pod.securityContext': undefined, ...everywhere({ ...CONTEXT, ...SECCOMP_ALONE, runAsNonRoot: true }) },
  ...[{ privileged: true }, { privileged: true, capabilities: { drop: ['ALL'] } }].map((context) => ({ 'container.securityContext': context })),
  ...[{}, { runAsNonRoot: true }, { runAsNonRoot: true, runAsUser: 0 }, { runAsNonRoot: false }].flatMap((context) => [true, false].flatMap((hostUsers) => [
    { 'pod.hostUsers': hostUsers, 'pod.securityContext': { ...SECCOMP_ALONE, ...context } },
    { 'pod.hostUsers': hostUsers, 'pod.securityContext': SECCOMP_ALONE, 'container.securityContext': { ...CONTEXT, ...context } },
  ])),
  ...['container', 'init'].map((holder) => ({ 'pod.hostUsers': false, [`${holder}.securityContext.procMount`]: 'Unmasked' })),
  ...[undefined, { runAsNonRoot: true }, { windowsOptions: { runAsUserName: 'db' } }].flatMap((context) => [
    { 'pod.os': { name: 'windows' }, 'pod.securityContext': context, ...everywhere(undefined) },
    { 'pod.nodeSelector': { 'kubernetes.io/os': 'windows' }, 'pod.securityContext': context, ...everywhere(undefined) },
  ]),
  ...[{}, { 'pod.os': { name: 'windows' } }].flatMap((os) => [
    { ...os, 'pod.hostNetwork': true, 'pod.securityContext': { runAsNonRoot: true, windowsOptions: { hostProcess: true } }, ...everywhere(undefined) },
    { ...os, 'pod.hostNetwork': true, 'pod.securityContext': { runAsNonRoot: true }, ...everywhere({ windowsOptions: { hostProcess: true } }) },
  ]),
  ...['container', 'init'].map((holder) => ({ 'pod.hostNetwork': true, [`${holder}.ports`]: [{ containerPort: 80 }] })),
  { 'pod.hostNetwork': true, 'container.ports': [{ containerPort: 80, hostPort: 80 }], 'pod.volumes.0': { name: 'v', hostPath: { path: '/x' } }, 'container.securityContext': { privileged: true } },
];

/** Settings of security that need no more than the strict set has. */
const OTHERS = SETTINGS.security.filter(([field]) => !field.includes('volumeMounts') && !field.includes('stopSignal'));

/** The strict set as it is, every value by itself, and those that go together; every value beside every other of these fields. */
export function shapes(): { alone: Relation[]; together: Relation[] } {
  const all = [...pairs(SHAPES)];
  const alone = all.filter(({ kind }) => kind === 'setting');
  const others = OTHERS.flatMap(([field, ...values]) => values.map((value): Relation => ({ kind: 'setting', changes: [{ place: placeOf(field), value }] })));
  const sets = SETS.map((values): Relation => ({ kind: 'setting', changes: Object.entries(values).map(([field, value]) => ({ place: placeOf(field), value })) }));
  return { alone: [{ kind: 'setting', changes: [] }, ...alone, ...others, ...sets], together: all.filter(({ kind }) => kind === 'pair') };
}
