import {
  configKey, dnsSubdomain, envPrefix, exactWords, headerName, notEmpty, oneOf, port, range, some, unique, words,
} from './allow';
import { Allow, AllowWhole, FLAG, int32, int64, intOrText, list, quantities, Shape, sinceMinor, struct, TEXT, text } from './shape';
import { ENV_FIELD, RESOURCE_FIELD } from './volumes';
import { list as listOf, map } from '../json';

const reference = (named: Allow) => struct({ name: text(named), key: text(configKey), optional: FLAG }, ['name', 'key']);
const SOURCE = struct({ name: text(dnsSubdomain), optional: FLAG }, ['name']);

const EXEC = struct({ command: list(TEXT, some) }, ['command']);
const HTTP = struct({
  path: TEXT,
  scheme: text(words('HTTP', 'HTTPS')),
  host: TEXT,
  httpHeaders: list(struct({ name: text(headerName), value: TEXT }, ['name'])),
});
const PORT = intOrText(port);
const PROBE = struct({
  exec: EXEC,
  httpGet: HTTP,
  tcpSocket: struct({ host: TEXT }),
  grpc: struct({ service: TEXT }),
  terminationGracePeriodSeconds: int64((value) => value > 0 ? undefined : 'a number from 1'),
});
/** Readiness never ends a container. */
const READINESS = struct(PROBE.fields, [], (value) => (map(value).terminationGracePeriodSeconds ?? undefined) === undefined ? undefined : 'no terminationGracePeriodSeconds: no container is stopped for not being ready');
const HANDLER = struct({
  exec: EXEC,
  httpGet: struct({ ...HTTP.fields, port: PORT }, ['port']),
  tcpSocket: struct({ host: TEXT, port: PORT }, ['port']),
}, [], oneOf('exec', 'httpGet', 'tcpSocket', 'sleep'));

/** Type and file are for another rule. */
export const SECCOMP = struct({ localhostProfile: TEXT }, [], (value) => {
  const { type, localhostProfile } = map(value);
  return localhostProfile === '' && type !== 'Localhost' ? 'no localhostProfile, unless type is Localhost' : undefined;
});

/** Profiles, and what only one operating system reads: rules of their own say what is wrong with them. */
export const APP_ARMOR = sinceMinor(30, struct({ type: TEXT, localhostProfile: TEXT }));
export const SE_LINUX = struct({ user: TEXT, role: TEXT, type: TEXT, level: TEXT });
export const WINDOWS = struct({ gmsaCredentialSpecName: text(dnsSubdomain), gmsaCredentialSpec: text(notEmpty('a credential spec')), runAsUserName: TEXT, hostProcess: FLAG });

const SECURITY = struct({
  allowPrivilegeEscalation: FLAG,
  privileged: FLAG,
  readOnlyRootFilesystem: FLAG,
  runAsNonRoot: FLAG,
  capabilities: struct({ add: list(TEXT), drop: list(TEXT) }),
  seccompProfile: SECCOMP,
  appArmorProfile: APP_ARMOR,
  seLinuxOptions: SE_LINUX,
  procMount: TEXT,
  windowsOptions: WINDOWS,
});

/** Minor versions whose API servers keep these fields (gates DynamicResourceAllocation, InPlacePodVerticalScaling, ContainerRestartRules). */
const CLAIMS = 34;
const RESIZE = 33;
const RESTARTS = 35;
/** The minor version that drops restart policies other than those of sidecars, since it knows them and its gate is off. */
const DROPS = 34;

const atMost = (most: number): Allow => (value: any[]) => value.length > most ? `at most ${most} of them` : undefined;
const RESTART_RULE = struct({
  action: text(exactWords('Restart', 'RestartAllContainers')),
  exitCodes: struct({ operator: text(exactWords('In', 'NotIn')), values: list(int32(), atMost(255)) }, ['operator']),
}, ['action', 'exitCodes']);

/** What older versions read and drop. */
const fromMinor = (since: number, allow: Allow): Allow => (value, minor) => minor < since ? undefined : allow(value, minor);

const uniqueClaims: Allow = (value: any[]) => {
  const keys = value.map(map).map(({ name, request }) => request ? `${name}/${request}` : name);
  const whole = value.map(map).filter(({ request }) => !request).map(({ name }) => name);
  const twice = new Set(keys).size < keys.length || value.map(map).some(({ name, request }) => request && whole.includes(name));
  return twice ? 'each claim once, or each of its requests' : undefined;
};
/** Older versions read it and drop it. */
const whole: AllowWhole = (value, minor) => {
  const missing = minor < RESIZE ? undefined : ['resourceName', 'restartPolicy'].find((field) => (value[field] ?? '') === '');
  return missing && { path: [missing], expected: missing };
};
const resizing = (...allowed: string[]) => text(fromMinor(RESIZE, (value, minor) => value === '' ? undefined : exactWords(...allowed)(value, minor)));
const RESIZING = struct({ resourceName: resizing('cpu', 'memory'), restartPolicy: resizing('NotRequired', 'RestartContainer') }, [], whole);

const FIELDS: Readonly<Record<string, Shape>> = {
  command: list(TEXT),
  args: list(TEXT),
  workingDir: TEXT,
  tty: FLAG,
  stdin: FLAG,
  imagePullPolicy: TEXT,
  terminationMessagePath: TEXT,
  terminationMessagePolicy: TEXT,
  ports: list(struct({ name: TEXT, protocol: TEXT, hostIP: TEXT, hostPort: int32(range(0, 65535)) })),
  env: list(struct({
    value: TEXT,
    valueFrom: struct({
      fieldRef: ENV_FIELD, resourceFieldRef: RESOURCE_FIELD, configMapKeyRef: reference(dnsSubdomain), secretKeyRef: reference(dnsSubdomain),
    }, [], oneOf('fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef')),
  })),
  envFrom: list(struct({ prefix: text(envPrefix), configMapRef: SOURCE, secretRef: SOURCE }, [], oneOf('configMapRef', 'secretRef'))),
  resources: struct({ requests: quantities(), limits: quantities(), claims: list(sinceMinor(CLAIMS, struct({ name: TEXT, request: TEXT }, ['name'])), fromMinor(CLAIMS, uniqueClaims)) }),
  livenessProbe: PROBE,
  readinessProbe: READINESS,
  startupProbe: PROBE,
  lifecycle: struct({ preStop: HANDLER, postStart: HANDLER }),
  securityContext: SECURITY,
  volumeMounts: list(struct({ readOnly: FLAG, subPath: TEXT, subPathExpr: TEXT, mountPropagation: text(exactWords('None', 'HostToContainer', 'Bidirectional')), recursiveReadOnly: sinceMinor(31, text(exactWords('Disabled', 'IfPossible', 'Enabled'))) })),
  volumeDevices: list(struct({})),
  stdinOnce: FLAG,
  resizePolicy: list(RESIZING, fromMinor(RESIZE, unique('resourceName'))),
  restartPolicyRules: sinceMinor(RESTARTS, list(RESTART_RULE, atMost(20))),
};

const ruled: AllowWhole = (value, minor) => {
  const { restartPolicy, restartPolicyRules } = map(value);
  return minor >= RESTARTS && Array.isArray(restartPolicyRules) && restartPolicyRules.length > 0 && !restartPolicy ? { path: ['restartPolicy'], expected: 'restartPolicy, which restartPolicyRules need' } : undefined;
};

export const CONTAINER = struct({
  ...FIELDS,
  restartPolicy: text((value, minor) => minor === DROPS ? undefined : minor < RESTARTS ? `no restartPolicy: before 1.${DROPS} init containers alone may have one` : exactWords('Always', 'Never', 'OnFailure')(value, minor)),
}, [], ruled);
/** The minor version whose API server keeps `restartPolicy` of an init container. */
const SIDECARS = 29;

/** Before 1.34 a sidecar is all that it can say; older versions than 1.29 drop it. */
const restart: Allow = (value, minor) => minor < SIDECARS || minor === DROPS ? undefined : exactWords(...(minor < RESTARTS ? ['Always'] : ['Always', 'Never', 'OnFailure']))(value, minor);

export const INIT_CONTAINER = struct({ ...FIELDS, restartPolicy: text(restart) }, [], (value, minor) => {
  const { lifecycle, restartPolicy, resizePolicy } = map(value);
  if (minor >= RESIZE && restartPolicy !== 'Always' && listOf(resizePolicy).some((each) => map(each).restartPolicy === 'RestartContainer')) {
    return { path: ['resizePolicy'], expected: 'resizePolicy with NotRequired: a container that ends is not restarted to be resized' };
  }
  const rules = ruled(value, minor);
  if (rules) return rules;
  // Of a hook another rule says it.
  const hooks = (map(lifecycle).preStop ?? map(lifecycle).postStart ?? undefined) !== undefined;
  return (lifecycle ?? undefined) !== undefined && !hooks && (restartPolicy !== 'Always' || minor < SIDECARS)
    ? { path: ['lifecycle'], expected: 'no lifecycle, unless restartPolicy: Always makes it a sidecar, from 1.29 on' } : undefined;
});
