import * as kplus from 'cdk8s-plus-28';
import { POD_INDEX_LABEL, POD_INDEX_MINOR, POD_NAME_ENV, POD_ORDINAL_ENV } from '../identity/labels';
import { quantity } from '../manifests/claim-template';
import { compact, nonEmpty } from '../manifests/json';

/** Group that owns a claim's files when no user is declared; any group does, the process is put into it. */
const DEFAULT_FS_GROUP = 1000;

/** How a container was declared: what was not said is not rendered. */
export interface DeclaredContainer {
  readonly props: kplus.ContainerProps;
}

/** Fields of a container that cdk8s-plus does not know. */
export interface ContainerExtras {
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly probePortNames?: boolean;
}

/** A container with everything that is known of it. */
export interface ContainerInput {
  /** Wire JSON as cdk8s-plus renders it. */
  readonly json: any;
  readonly declared?: DeclaredContainer;
  readonly extras: ContainerExtras;
  readonly devices: readonly any[];
}

export interface PodInput {
  /** Wire JSON of the pod spec as cdk8s-plus renders it. */
  readonly json: any;
  readonly props: kplus.AbstractPodProps;
  readonly recommended: boolean;
  readonly identityEnv: boolean;
  readonly minor: number;
  readonly runAs?: number;
  /** Names of claim templates: their placeholder volumes are not rendered. */
  readonly claims: ReadonlySet<string>;
  /** Names of the volumes that were declared on the pod, in order. */
  readonly volumeNames: readonly string[];
  readonly containers: readonly ContainerInput[];
  readonly initContainers: readonly ContainerInput[];
  readonly supplementalGroups?: readonly number[];
  readonly seccompProfile?: kplus.SeccompProfile;
  readonly enableServiceLinks?: boolean;
  readonly topologySpreadConstraints: readonly any[];
  /** Further fields of the pod spec, as they stand in the manifest. */
  readonly fields: Record<string, any>;
}

/** What cdk8s-plus writes although nobody said it, and the API server assumes anyway. */
const IMPLIED: ReadonlyArray<readonly [field: string, implied: unknown, said: (props: any) => unknown]> = [
  ['restartPolicy', 'Always', (p) => p.restartPolicy],
  ['dnsPolicy', 'ClusterFirst', (p) => p.dns?.policy],
  ['hostNetwork', false, (p) => p.hostNetwork],
  ['setHostnameAsFQDN', false, (p) => p.dns?.hostnameAsFQDN],
  ['shareProcessNamespace', false, (p) => p.shareProcessNamespace],
  ['enableServiceLinks', true, (p) => p.enableServiceLinks],
  ['terminationGracePeriodSeconds', 30, (p) => p.terminationGracePeriod],
];

/** The pod spec: what was declared, our defaults where they are on, and none of those of cdk8s-plus. */
export function podSpec(input: PodInput): any {
  const { json, props } = input;
  // The JSON was made for this call: it is filled in, not copied. What is undefined is not rendered, and costs less
  // than a deleted field.
  const spec: any = Object.assign(json, input.fields);
  for (const [field, implied, said] of IMPLIED) {
    if (spec[field] === implied && said(props) === undefined) spec[field] = undefined;
  }
  if (props.automountServiceAccountToken === undefined && !input.recommended) spec.automountServiceAccountToken = undefined;
  if (input.enableServiceLinks !== undefined) spec.enableServiceLinks = input.enableServiceLinks;
  if (spec.affinity) spec.affinity = withoutEveryNamespace(spec.affinity);
  spec.securityContext = podSecurity(input);
  spec.containers = input.containers.map((c) => container(c, input));
  spec.initContainers = nonEmpty(input.initContainers.map((c) => container(c, input)));
  spec.topologySpreadConstraints = nonEmpty(input.topologySpreadConstraints);
  if (spec.volumes) spec.volumes = nonEmpty(volumes(spec.volumes, input));
  return spec;
}

/** Declared volumes in their order, then those that only a mount brought along; claims are the controller's to add. */
function volumes(rendered: readonly any[], { claims, volumeNames }: PodInput): any[] {
  const place = (volume: any) => volumeNames.includes(volume.name) ? volumeNames.indexOf(volume.name) : volumeNames.length;
  return rendered.filter((volume) => !claims.has(volume.name)).sort((a, b) => place(a) - place(b));
}

/**
 * cdk8s-plus renders an empty namespaceSelector beside a list of namespaces, and an empty one selects every namespace.
 */
function withoutEveryNamespace(value: any): any {
  if (Array.isArray(value)) return value.map(withoutEveryNamespace);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutEveryNamespace(item)] as const);
  const every = Array.isArray(value.namespaces) && value.namespaces.length > 0 && Object.keys(value.namespaceSelector ?? { x: 1 }).length === 0;
  return Object.fromEntries(every ? entries.filter(([key]) => key !== 'namespaceSelector') : entries);
}

function podSecurity(input: PodInput): any {
  const said = input.props.securityContext;
  const { recommended, runAs } = input;
  const nonRoot = (said?.user ?? runAs) !== 0;
  const fsGroup = said?.fsGroup ?? runAs ?? (recommended && input.claims.size > 0 ? DEFAULT_FS_GROUP : undefined);
  return compact({
    runAsNonRoot: said?.ensureNonRoot ?? (recommended ? nonRoot : undefined),
    runAsUser: said?.user ?? runAs,
    runAsGroup: said?.group ?? runAs,
    fsGroup,
    fsGroupChangePolicy: said?.fsGroupChangePolicy ?? (recommended && fsGroup !== undefined ? 'OnRootMismatch' : undefined),
    supplementalGroups: input.supplementalGroups,
    seccompProfile: input.seccompProfile ? { ...input.seccompProfile } : recommended ? { type: 'RuntimeDefault' } : undefined,
    sysctls: said?.sysctls?.length ? said.sysctls.map((s) => ({ ...s })) : undefined,
  });
}

function container({ json, declared, extras, devices }: ContainerInput, input: PodInput): any {
  const result: any = json;
  if (declared) {
    const { props } = declared;
    if (props.imagePullPolicy === undefined) result.imagePullPolicy = undefined;
    if (props.startup === undefined) result.startupProbe = undefined;
    result.securityContext = containerSecurity(json.securityContext ?? {}, props.securityContext, input.recommended);
  }
  if (json.resources) result.resources = compact({ limits: sized(json.resources.limits), requests: sized(json.resources.requests) });
  if (input.identityEnv) result.env = identityEnv(json.env ?? [], input.minor);
  if (devices.length > 0) result.volumeDevices = devices;
  if (extras.terminationMessagePath !== undefined) result.terminationMessagePath = extras.terminationMessagePath;
  if (extras.terminationMessagePolicy !== undefined) result.terminationMessagePolicy = extras.terminationMessagePolicy;
  return extras.probePortNames ? withPortNames(result) : result;
}

/** Memory in the unit it was said in: cdk8s-plus counts it in Mi. */
function sized(amounts: any): any {
  const mebibytes = /^([0-9]+)Mi$/.exec(amounts?.memory ?? '');
  return mebibytes ? { ...amounts, memory: quantity(Number(mebibytes[1]) * 1024) } : amounts;
}

/** Field of the manifest by field of `ContainerSecurityContextProps`. */
const SECURITY_FIELDS: ReadonlyArray<readonly [prop: keyof kplus.ContainerSecurityContextProps, field: string]> = [
  ['user', 'runAsUser'], ['group', 'runAsGroup'], ['ensureNonRoot', 'runAsNonRoot'], ['privileged', 'privileged'],
  ['readOnlyRootFilesystem', 'readOnlyRootFilesystem'], ['allowPrivilegeEscalation', 'allowPrivilegeEscalation'],
  ['capabilities', 'capabilities'], ['seccompProfile', 'seccompProfile'],
];

function containerSecurity(json: any, said: kplus.ContainerSecurityContextProps | undefined, recommended: boolean): any {
  // A privileged container must be able to escalate: the API server refuses the contradiction.
  const result: any = recommended && !said?.privileged ? { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } : {};
  for (const [prop, field] of SECURITY_FIELDS) {
    if (said?.[prop] !== undefined) result[field] = json[field];
  }
  // A capability that is added does not take back that all others are dropped.
  if (recommended && !said?.privileged && said?.capabilities && !said.capabilities.drop) result.capabilities = { ...json.capabilities, drop: ['ALL'] };
  return compact(result);
}

/** First, so that the declared variables may refer to them as `$(POD_NAME)`. */
function identityEnv(declared: any[], minor: number): any[] {
  const known = new Set(declared.map((e) => e.name));
  const ours = [
    { name: POD_NAME_ENV, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ...(minor >= POD_INDEX_MINOR ? [{ name: POD_ORDINAL_ENV, valueFrom: { fieldRef: { fieldPath: `metadata.labels['${POD_INDEX_LABEL}']` } } }] : []),
  ];
  const own = (e: any) => e.name === POD_NAME_ENV || e.name === POD_ORDINAL_ENV;
  return [...ours.filter((e) => !known.has(e.name)), ...declared.filter(own), ...declared.filter((e) => !own(e))];
}

/** Probes and hooks that name a declared port by number, by its name instead. */
function withPortNames(json: any): any {
  const names = new Map((json.ports ?? []).filter((p: any) => p.name).map((p: any) => [p.containerPort, p.name]));
  const named = (handler: any) => {
    if (!handler) return handler;
    const result = { ...handler };
    for (const kind of ['httpGet', 'tcpSocket']) {
      if (result[kind] && names.has(result[kind].port)) result[kind] = { ...result[kind], port: names.get(result[kind].port) };
    }
    return result;
  };
  const result = { ...json };
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) if (json[probe]) result[probe] = named(json[probe]);
  if (json.lifecycle) result.lifecycle = compact({ postStart: named(json.lifecycle.postStart), preStop: named(json.lifecycle.preStop) });
  return result;
}
