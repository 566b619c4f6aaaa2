import {
  anyOf, configKey, dnsSubdomain, envPrefix, exactWords, headerName, oneOf, port, range, some, words,
} from './allow';
import { Allow, FLAG, int32, int64, intOrText, list, quantities, Shape, struct, TEXT, text } from './shape';
import { ENV_FIELD, RESOURCE_FIELD } from './volumes';
import { map } from '../json';

const STANDARD = /^(cpu|memory|ephemeral-storage|storage|hugepages-.+|.+\/.+)$/;
/** Resources of a container: those that Kubernetes knows, and others with a prefix. */
const resources: Allow = (value) => Object.keys(value).every((key) => STANDARD.test(key)) ? undefined : 'cpu, memory, or a resource with a prefix such as example.org/gpu';
const limits: Allow = (value, minor) => Object.values(value).includes(null) ? 'a quantity for each resource' : resources(value, minor);

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

const SECURITY = struct({
  allowPrivilegeEscalation: FLAG,
  privileged: FLAG,
  readOnlyRootFilesystem: FLAG,
  runAsNonRoot: FLAG,
  capabilities: struct({ add: list(TEXT), drop: list(TEXT) }),
  seccompProfile: SECCOMP,
}, [], (value) => {
  const { privileged, allowPrivilegeEscalation } = map(value);
  return privileged === true && allowPrivilegeEscalation === false ? 'no allowPrivilegeEscalation: false beside privileged: true' : undefined;
});

const FIELDS: Readonly<Record<string, Shape>> = {
  command: list(TEXT),
  args: list(TEXT),
  workingDir: TEXT,
  tty: FLAG,
  stdin: FLAG,
  imagePullPolicy: TEXT,
  terminationMessagePath: TEXT,
  terminationMessagePolicy: TEXT,
  ports: list(struct({ name: TEXT, protocol: TEXT, hostPort: int32(range(0, 65535)) })),
  env: list(struct({
    value: TEXT,
    valueFrom: struct({
      fieldRef: ENV_FIELD, resourceFieldRef: RESOURCE_FIELD, configMapKeyRef: reference(dnsSubdomain), secretKeyRef: reference(dnsSubdomain),
    }, [], oneOf('fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef')),
  }, [], (value) => value.value && (value.valueFrom ?? undefined) !== undefined ? 'value or valueFrom, and not both' : undefined)),
  envFrom: list(struct({ prefix: text(envPrefix), configMapRef: SOURCE, secretRef: SOURCE }, [], anyOf('configMapRef', 'secretRef'))),
  resources: struct({ requests: quantities(resources), limits: quantities(limits) }),
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  lifecycle: struct({ preStop: HANDLER, postStart: HANDLER }),
  securityContext: SECURITY,
  volumeMounts: list(struct({ readOnly: FLAG, subPath: TEXT, subPathExpr: TEXT, mountPropagation: text(exactWords('None', 'HostToContainer', 'Bidirectional')) })),
  volumeDevices: list(struct({})),
  stdinOnce: FLAG,
};

/** The minor version whose API server takes `restartPolicy` of a container beside the others (gate ContainerRestartRules, beta and on). */
const RESTARTS = 35;

export const CONTAINER = struct({
  ...FIELDS,
  restartPolicy: text((value, minor) => minor < RESTARTS ? `no restartPolicy: before 1.${RESTARTS} init containers alone may have one` : exactWords('Always', 'Never', 'OnFailure')(value, minor)),
});
/** The minor version whose API server keeps `restartPolicy` of an init container. */
const SIDECARS = 29;

/** Before 1.34 a sidecar is all that it can say; older versions than 1.29 drop it. */
const restart: Allow = (value, minor) => minor < SIDECARS ? undefined : words(...(minor < 34 ? ['Always'] : ['Always', 'Never', 'OnFailure']))(value, minor);

export const INIT_CONTAINER = struct({ ...FIELDS, restartPolicy: text(restart) }, [], (value, minor) => {
  const { lifecycle, restartPolicy } = map(value);
  return (lifecycle ?? undefined) !== undefined && (restartPolicy !== 'Always' || minor < SIDECARS) ? 'no lifecycle, unless restartPolicy: Always makes it a sidecar, from 1.29 on' : undefined;
});
