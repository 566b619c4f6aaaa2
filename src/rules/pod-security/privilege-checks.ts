import { type Breach, type Check, containerHolders, forbidden, given, holders, ofWindows, ownUsers, podHolder } from './check';
import { list, map, shown } from '../json';
import type { SetView } from '../set-view';

/** Capabilities that a container runtime gives by default. */
const DEFAULT_CAPABILITIES = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
];
/** The version in which level restricted has a check of its own for capabilities. */
const DROP_ALL = 22;
const RESTRICTED_CAPABILITIES = ['NET_BIND_SERVICE'];

/** Checks of what a process may do, and of who it is. */
export const PRIVILEGE_CHECKS: readonly Check[] = [
  {
    reason: 'privileged',
    breaches: (set) => forbidden(containerHolders(set), 'privileged', (value) => value === true, false),
    fix: 'remove privileged',
  },
  {
    reason: 'non-default capabilities',
    breaches: (set, { level, version }) => level === 'restricted' && version >= DROP_ALL ? [] : added(set, DEFAULT_CAPABILITIES),
    fix: 'add none but the default capabilities',
  },
  {
    reason: 'unrestricted capabilities',
    level: 'restricted',
    since: DROP_ALL,
    breaches: (set, policy) => ofWindows(set, policy) ? [] : [...keeping(set), ...added(set, RESTRICTED_CAPABILITIES)],
    fix: 'set capabilities: { drop: [ALL] } for every container and add none but NET_BIND_SERVICE',
  },
  {
    reason: 'allowPrivilegeEscalation != false',
    level: 'restricted',
    since: 8,
    breaches: (set, policy) => ofWindows(set, policy) ? [] : escalating(set),
    fix: 'set allowPrivilegeEscalation: false for every container',
  },
  {
    reason: 'runAsNonRoot != true',
    level: 'restricted',
    breaches: (set, policy) => ownUsers(set, policy) ? [] : maybeRoot(set),
    fix: 'set runAsNonRoot: true for the pod',
  },
  {
    reason: 'runAsUser=0',
    level: 'restricted',
    since: 23,
    breaches: (set, policy) => ownUsers(set, policy) ? [] : forbidden(holders(set), 'runAsUser', (value) => value === 0, false),
    fix: 'set runAsUser to another user than 0',
  },
];

function added(set: SetView, allowed: readonly string[]): Breach[] {
  return containerHolders(set).flatMap(({ who, context, path }) => {
    const wrong = list(map(context.capabilities).add).filter((name) => !allowed.includes(name));
    return wrong.length > 0 ? [{ path: [...path, 'capabilities', 'add'], text: `${who} adds ${wrong.map(shown).join(', ')}` }] : [];
  });
}

function keeping(set: SetView): Breach[] {
  return containerHolders(set).filter(({ context }) => !list(map(context.capabilities).drop).includes('ALL'))
    .map(({ who, path }) => ({ path: [...path, 'capabilities', 'drop'], text: `${who} does not drop ALL` }));
}

function escalating(set: SetView): Breach[] {
  return containerHolders(set).filter(({ context }) => context.allowPrivilegeEscalation !== false)
    .map(({ who, path }) => ({ path: [...path, 'allowPrivilegeEscalation'], text: who }));
}

/** False is wrong wherever it stands; what is missing in a container the pod can say. */
function maybeRoot(set: SetView): Breach[] {
  const pod = podHolder(set);
  const unsaid = containerHolders(set).filter(({ context }) => !given(context.runAsNonRoot) && pod.context.runAsNonRoot !== true);
  return [
    ...forbidden(holders(set), 'runAsNonRoot', (value) => value === false),
    ...unsaid.map(({ who, path }) => ({ path: [...path, 'runAsNonRoot'], text: who })),
  ];
}
