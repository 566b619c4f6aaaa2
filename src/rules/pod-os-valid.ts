import { map, shown, text } from './json';
import { type FieldPath, type Rule, since } from './rule';

const POD = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'];
const POD_SECURITY = [
  'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'sysctls', 'runAsUser', 'runAsGroup', 'supplementalGroups', 'appArmorProfile',
  'supplementalGroupsPolicy', 'seLinuxChangePolicy',
];
const CONTAINER_SECURITY = [
  'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup',
  'appArmorProfile',
];
/** Fields that versions before drop. */
const SINCE: Readonly<Record<string, number>> = {
  hostUsers: 33, procMount: 33, appArmorProfile: 30, supplementalGroupsPolicy: 33, seLinuxChangePolicy: 33, resources: 34,
};
/** False there says nothing, and an empty list of kernel parameters neither. */
const SAYS_NOTHING: Readonly<Record<string, (value: unknown) => boolean>> = {
  hostPID: (value) => value === false, hostIPC: (value) => value === false, sysctls: (value) => Array.isArray(value) && value.length === 0,
};

export const podOsValid: Rule = {
  id: 'pod-os-valid',
  severity: 'error',
  title: 'a pod of a named operating system has the fields of that system alone',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (validateOS, validateWindows, validateLinux, validateWindowsHostProcessPod); v1.36.3 L8558, L8637, L8703',
  rejected: since(34),
  set: (set, report, { minor }) => {
    const refuse = (path: FieldPath, message: string, fix: string) => report({ object: set.object, path, message: `${message}; the pod cannot be created`, fix });
    const own = map(set.pod.securityContext);
    let hostProcess = 0;
    for (const { container, path } of set.containers) {
      const options = container.securityContext?.windowsOptions;
      const ofContainer = options?.hostProcess;
      const ofPod = own.windowsOptions?.hostProcess;
      if (typeof ofContainer === 'boolean' && typeof ofPod === 'boolean' && ofContainer !== ofPod) {
        refuse([...path, 'securityContext', 'windowsOptions', 'hostProcess'], `hostProcess is ${ofContainer}, and ${ofPod} of the pod`, 'write it once, for the pod');
      }
      if ((ofContainer ?? ofPod) === true) hostProcess++;
      if (options) userName(options, [...path, 'securityContext', 'windowsOptions'], refuse);
    }
    if (own.windowsOptions) userName(own.windowsOptions, set.podPath('securityContext', 'windowsOptions'), refuse);
    if (hostProcess > 0 && hostProcess < set.containers.length) refuse(set.podPath('securityContext'), `${hostProcess} of ${set.containers.length} containers are processes of the node`, 'write hostProcess for the pod: all containers are, or none');
    if (hostProcess > 0 && set.pod.hostNetwork !== true) refuse(set.podPath('hostNetwork'), 'containers are processes of the node, which is on its network', 'write hostNetwork: true');
    const name = map(set.pod.os).name;
    if (!name) return;
    if (name !== 'linux' && name !== 'windows') {
      refuse(set.podPath('os', 'name'), `the operating system is ${shown(name)}`, 'write linux or windows');
      return;
    }
    const forbid = (holder: unknown, fields: readonly string[], path: FieldPath) => {
      for (const field of fields) {
        const value = map(holder)[field] ?? undefined;
        if (value === undefined || minor < (SINCE[field] ?? 0) || SAYS_NOTHING[field]?.(value)) continue;
        refuse([...path, field], `${field} stands in a pod of os.name ${name}`, `remove ${field}, or take os.name out`);
      }
    };
    if (name === 'windows') {
      forbid(set.pod, [...POD, 'resources'], set.podPath());
    }
    forbid(own, name === 'windows' ? POD_SECURITY : ['windowsOptions'], set.podPath('securityContext'));
    for (const { container, path } of set.containers) forbid(container.securityContext, name === 'windows' ? CONTAINER_SECURITY : ['windowsOptions'], [...path, 'securityContext']);
  },
};

function userName(options: unknown, path: FieldPath, refuse: (path: FieldPath, message: string, fix: string) => void): void {
  const name = text(map(options).runAsUserName);
  if (name === undefined) return;
  const parts = name.split('\\');
  const user = parts[parts.length - 1];
  // eslint-disable-next-line no-control-regex
  const sound = parts.length <= 2 && user !== '' && user.length <= 104 && !/[\u0000-\u001f\u007f]/.test(name) && !/^[. ]+$/.test(user) && !/["/\\:;|=,+*?<>@[\]]/.test(user)
    && (parts.length === 1 || /^([^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}|[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)$/.test(parts[0]));
  if (!sound) refuse([...path, 'runAsUserName'], `runAsUserName ${shown(name)} is no name of a user of Windows`, 'write USER or DOMAIN\\USER');
}
