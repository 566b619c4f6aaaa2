import { list, map, shown, text } from './json';
import { type FieldPath, type Json, type Rule, since } from './rule';
import type { SetView } from './set-view';

/** Minor versions whose API servers keep these fields: UserNamespacesSupport, ProcMountType; AppArmorFields. */
const USER_NAMESPACES = 33;
const APP_ARMOR = 30;
/** The first that was seen to refuse devices in a user namespace. */
const NO_DEVICES = 36;

const PROFILES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const OF_IPC = /^(kernel\.(sem|shm(all|max|mni|_rmid_forced)|msg(max|mnb|mni))$|kernel\.(shm|msg)\.|fs\.mqueue\.)/;

type Refuse = (path: FieldPath, message: string, fix: string, effect?: string) => void;

export const securityContextValid: Rule = {
  id: 'security-context-valid',
  severity: 'error',
  title: 'fields of the security contexts do not contradict each other, nor the namespaces that the pod shares with its node',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidateSecurityContext, validatePodSpecSecurityContext), pkg/kubelet/sysctl/allowlist.go; v1.36.3 L3920 (validateHostUsers), L5313, L8467',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const refuse: Refuse = (path, message, fix, effect = 'the pod cannot be created') => report({ object: set.object, path, message: `${message}; ${effect}`, fix });
    const own = map(set.pod.securityContext);
    ofNamespaces(set, own, minor, refuse);
    if (minor >= APP_ARMOR) appArmor(own.appArmorProfile, set.podPath('securityContext', 'appArmorProfile'), refuse);
    for (const { container, path } of set.containers) {
      const given = container.securityContext;
      if (given) ofContainer(map(given), [...path, 'securityContext'], minor >= USER_NAMESPACES ? set.pod.hostUsers === false : undefined, refuse);
      if (given && minor >= APP_ARMOR) appArmor(given.appArmorProfile, [...path, 'securityContext', 'appArmorProfile'], refuse);
    }
  },
};

function ofNamespaces(set: SetView, { sysctls }: Json, minor: number, refuse: Refuse): void {
  const { hostPID, hostIPC, hostNetwork, hostUsers, shareProcessNamespace } = set.pod;
  if (hostPID === true && shareProcessNamespace === true) refuse(set.podPath('shareProcessNamespace'), 'shareProcessNamespace stands beside hostPID', 'write one of them: with hostPID all processes of the node are seen');
  if (hostIPC === true) {
    list(sysctls).forEach((each, i) => {
      const name = (text(map(each).name) ?? '').replace(/\//g, '.');
      if (!OF_IPC.test(name)) return;
      // Older API servers leave it to the kubelet, which does not admit the pod.
      refuse(set.podPath('securityContext', 'sysctls', i, 'name'), `the kernel parameter ${name} stands beside hostIPC: true, which would change it for the node`, 'remove one of them', 'the pod cannot start');
    });
  }
  if (hostUsers !== false || minor < USER_NAMESPACES) return;
  for (const [field, value] of Object.entries({ hostNetwork, hostPID, hostIPC })) {
    if (value === true) refuse(set.podPath(field), `${field} is true, and hostUsers is false`, 'remove one of them: users of their own need namespaces of their own');
  }
  for (const { container, path } of minor >= NO_DEVICES ? set.containers : []) {
    if (list(container.volumeDevices).length > 0) refuse([...path, 'volumeDevices'], `container ${shown(container.name)} has devices, and hostUsers is false`, 'mount a file system, or remove hostUsers');
  }
}

/** @param ownUsers whether the pod has users of its own; undefined where the server does not know of them */
function ofContainer(given: Json, path: FieldPath, ownUsers: boolean | undefined, refuse: Refuse): void {
  const { privileged, allowPrivilegeEscalation, capabilities, procMount } = given;
  if (allowPrivilegeEscalation === false && privileged === true) refuse(path, 'allowPrivilegeEscalation is false beside privileged: true', 'remove one of them: a privileged process can do all already');
  if (allowPrivilegeEscalation === false && list(map(capabilities).add).includes('CAP_SYS_ADMIN')) {
    refuse(path, 'allowPrivilegeEscalation is false beside the capability CAP_SYS_ADMIN', 'remove one of them');
  }
  if (ownUsers === undefined || (procMount ?? undefined) === undefined) return;
  if (!['Default', 'Unmasked'].includes(procMount)) refuse([...path, 'procMount'], `procMount is ${shown(procMount)}`, 'write Default or Unmasked');
  else if (procMount === 'Unmasked' && !ownUsers) refuse([...path, 'procMount'], 'procMount is Unmasked, and hostUsers is not false', 'write hostUsers: false, or remove procMount');
}

function appArmor(given: unknown, path: FieldPath, refuse: Refuse): void {
  if (given === undefined || given === null) return;
  const { type, localhostProfile } = map(given);
  if (!PROFILES.includes(type)) {
    refuse([...path, 'type'], `type of the AppArmor profile is ${shown(type)}`, `write ${PROFILES.join(', ')}`);
  } else if (type === 'Localhost' && (!text(localhostProfile)?.trim() || localhostProfile.trim() !== localhostProfile)) {
    refuse([...path, 'localhostProfile'], `an AppArmor profile of type Localhost has the localhostProfile ${shown(localhostProfile)}`, 'write the name of a profile that is loaded on the nodes');
  } else if (type !== 'Localhost' && (localhostProfile ?? undefined) !== undefined) {
    refuse([...path, 'localhostProfile'], `localhostProfile stands beside type ${type}`, 'remove it, or write type: Localhost');
  }
}
