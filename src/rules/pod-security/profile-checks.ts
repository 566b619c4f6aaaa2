import { type Breach, type Check, type Policy, containerHolders, forbidden, given, grown, holders, ofWindows, ownUsers, podHolder } from './check';
import { list, map, shown, text } from '../json';
import type { SetView } from '../set-view';

const PROFILES = ['RuntimeDefault', 'Localhost'];
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
/** API servers that keep these fields: AppArmorFields; ProcMountType. */
const APP_ARMOR_FIELD = 30;
const PROC_MOUNT_FIELD = 33;
/** The version in which profiles of seccomp are read from fields and not from annotations. */
const SECCOMP_FIELD = 19;

/** Checks of what the kernel of the node enforces or lets be changed. */
export const PROFILE_CHECKS: readonly Check[] = [
  {
    reason: 'forbidden AppArmor profile',
    breaches: (set, { server }) => [
      ...server >= APP_ARMOR_FIELD ? forbidden(holders(set), 'appArmorProfile', badProfile) : [],
      ...annotated(set, (key) => key.startsWith(APP_ARMOR), (value) => value === '' || value === 'runtime/default' || value.startsWith('localhost/')),
    ],
    fix: 'use the AppArmor profile RuntimeDefault or Localhost, or leave it out',
  },
  {
    reason: 'seLinuxOptions',
    breaches: (set, { version }) => {
      const types = grown(version, [0, '', 'container_t', 'container_init_t', 'container_kvm_t'], [31, 'container_engine_t']);
      return forbidden(holders(set), 'seLinuxOptions', ({ user, role, type }) => user || role || !types.includes(type ?? ''));
    },
    fix: 'leave user and role out of seLinuxOptions, and let type be container_t',
  },
  { reason: 'procMount', breaches: procMount, fix: 'remove procMount' },
  {
    reason: 'seccompProfile',
    breaches: (set, policy) => policy.version < SECCOMP_FIELD ? seccompAnnotations(set) : seccomp(set, policy),
    fix: 'set seccompProfile: { type: RuntimeDefault } for the pod',
  },
  { reason: 'forbidden sysctls', breaches: sysctls, fix: 'remove the kernel parameter, or set it on the nodes' },
];

function badProfile({ type }: { type?: unknown }): boolean {
  return !PROFILES.includes(type as string);
}

function procMount(set: SetView, policy: Policy): Breach[] {
  if (policy.server < PROC_MOUNT_FIELD || (policy.level === 'baseline' && ownUsers(set, policy))) return [];
  return forbidden(containerHolders(set), 'procMount', (value) => value !== 'Default');
}

/** What is wrong in both levels, and in level restricted what neither a container nor its pod says. */
function seccomp(set: SetView, policy: Policy): Breach[] {
  if (policy.level === 'restricted' && ofWindows(set, policy)) return [];
  const wrong = forbidden(holders(set), 'seccompProfile', badProfile);
  if (policy.level === 'baseline' || given(podHolder(set).context.seccompProfile)) return wrong;
  const unsaid = containerHolders(set).filter(({ context }) => !given(context.seccompProfile));
  return [...wrong, ...unsaid.map(({ who, path }) => ({ path: [...path, 'seccompProfile'], text: who }))];
}

function seccompAnnotations(set: SetView): Breach[] {
  const keys = [SECCOMP_POD, ...set.containers.map(({ container }) => `${SECCOMP_CONTAINER}${container.name}`)];
  return annotated(set, (key) => keys.includes(key), (value) => value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/'));
}

function annotated(set: SetView, ours: (key: string) => boolean, allowed: (value: string) => boolean): Breach[] {
  return Object.entries(map(map(map(set.spec.template).metadata).annotations)).filter(([key, value]) => ours(key) && !allowed(text(value) ?? ''))
    .map(([key, value]) => ({ path: ['spec', 'template', 'metadata', 'annotations', key], text: `annotation ${key}: ${shown(value)}` }));
}

function sysctls(set: SetView, { version }: Policy): Breach[] {
  const safe = grown(
    version,
    [0, 'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start'],
    [27, 'net.ipv4.ip_local_reserved_ports'],
    [29, 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
    [32, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
  );
  return list(podHolder(set).context.sysctls).flatMap((each, i) => safe.includes(map(each).name) ? [] : [{
    path: set.podPath('securityContext', 'sysctls', i, 'name'), text: shown(map(each).name),
  }]);
}
