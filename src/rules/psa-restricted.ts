import { list, map, shown } from './json';
import { onWindows } from './mounts';
import type { Rule } from './rule';
import type { SetView } from './set-view';

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const PROFILES = ['RuntimeDefault', 'Localhost'];

export const psaRestricted: Rule = {
  id: 'psa-restricted',
  severity: 'warning',
  title: 'pods of a namespace that enforces the restricted standard meet it',
  source: 'kubernetes.io/docs/concepts/security/pod-security-standards; metal-stack/csi-driver-lvm#99',
  set: (set, report) => {
    const namespace = set.namespace === '' ? undefined : set.all.find('Namespace', '', set.namespace);
    if (map(namespace?.metadata?.labels)[ENFORCE] !== 'restricted') return;
    const breaches = [...podBreaches(set), ...containerBreaches(set)];
    if (breaches.length === 0) return;
    report({
      object: set.object,
      path: set.podPath('securityContext'),
      message: `namespace ${shown(set.namespace)} enforces the restricted standard, which the pod template breaks: ${breaches.join('; ')}; `
        + 'the set is accepted and no pod can be created',
      fix: 'set runAsNonRoot: true and seccompProfile: { type: RuntimeDefault } for the pod, allowPrivilegeEscalation: false and '
        + 'capabilities: { drop: [ALL] } for every container, and use neither privileged, the host\'s namespaces nor hostPath',
    });
  },
};

function podBreaches(set: SetView): string[] {
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => set.pod[field] === true),
    ...set.volumes.filter((volume) => volume.hostPath).map((volume) => `hostPath volume ${shown(volume.name)}`),
  ];
}

function containerBreaches(set: SetView): string[] {
  const pod = map(set.pod.securityContext);
  return set.containers.flatMap(({ container }) => {
    const own = map(container.securityContext);
    const merged = { ...pod, ...own };
    const { add, drop } = map(own.capabilities);
    const linux = !onWindows(set);
    const breaches = [
      own.privileged === true && 'privileged',
      merged.runAsNonRoot !== true && 'runAsNonRoot is not true',
      merged.runAsUser === 0 && 'runs as user 0',
      linux && own.allowPrivilegeEscalation !== false && 'allowPrivilegeEscalation is not false',
      linux && !list(drop).includes('ALL') && 'capabilities do not drop ALL',
      linux && list(add).some((name) => name !== 'NET_BIND_SERVICE') && `capabilities add ${shown(add)}`,
      linux && !PROFILES.includes(map(merged.seccompProfile).type) && 'no seccompProfile',
    ].filter(Boolean);
    return breaches.length === 0 ? [] : [`container ${shown(container.name)}: ${breaches.join(', ')}`];
  });
}
