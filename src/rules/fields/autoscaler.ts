import { dnsLabel, exactWords, noLessThanNothing, pathSegment, positive, qualified, range } from './allow';
import { CONDITIONS, metadata, SELECTOR } from './metadata';
import { Allow, AllowWhole, int32, INT32, INT64, list, quantity, Shape, sinceMinor, struct, Struct, TEXT, text, TIME } from './shape';
import { map } from '../json';
import { isDnsSubdomain } from '../label-syntax';

/** The minor version whose API server reads the apiVersion of what is named; some before it do so as well. */
const READS_VERSION = 34;
/** A group and a version; of what is described the version alone will do. */
const apiVersion = (needsGroup: boolean): Allow => (value, minor) => {
  const parts = value.split('/');
  const sound = parts.length === 2 ? !needsGroup || parts[0] !== '' : parts.length === 1 && !needsGroup;
  return minor < READS_VERSION || sound ? undefined : 'a group and a version, such as apps/v1';
};
const reference = (needsGroup: boolean, checked?: Allow) => struct({ apiVersion: text(apiVersion(needsGroup)), kind: text(pathSegment), name: text(pathSegment) }, ['kind', 'name'], checked);
const SCALED = reference(true, (value, minor) => minor < READS_VERSION || (value.apiVersion ?? undefined) !== undefined ? undefined : 'an apiVersion with a group, such as apps/v1');
const METRIC = struct({ name: text(pathSegment), selector: SELECTOR }, ['name']);

const has = (target: any, field: string) => (target[field] ?? undefined) !== undefined;
const oneValue = (allowed: readonly string[], both: boolean): Allow => (value) => {
  const given = allowed.filter((field) => has(map(value), field)).length;
  return given === 1 || (both && given === 2) ? undefined : allowed.join(' or ');
};
const target = (checked: Allow): Struct => struct({
  type: text(exactWords('Utilization', 'Value', 'AverageValue')),
  value: quantity(positive),
  averageValue: quantity(positive),
  averageUtilization: int32(range(1, 2 ** 31)),
}, ['type'], checked);

const OF_RESOURCES = target(oneValue(['averageUtilization', 'averageValue'], false));
const RESOURCE_NAME = /^(cpu|memory|ephemeral-storage|hugepages-.+|.+\/.+)$/;
const resourceName: Allow = (value, minor) => qualified(value, minor) ?? (RESOURCE_NAME.test(value) ? undefined : 'cpu, memory, or a resource with a prefix');

/** The field that belongs to each type of metric, and what it holds. */
const SOURCES: Readonly<Record<string, readonly [field: string, shape: Shape]>> = {
  Resource: ['resource', struct({ name: TEXT, target: OF_RESOURCES }, ['name', 'target'])],
  ContainerResource: ['containerResource', struct({ name: text(resourceName), container: text(dnsLabel), target: OF_RESOURCES }, ['name', 'container', 'target'])],
  Pods: ['pods', struct({ metric: METRIC, target: target(oneValue(['averageValue'], false)) }, ['metric', 'target'])],
  Object: ['object', struct({ describedObject: reference(false), metric: METRIC, target: target(oneValue(['value', 'averageValue'], true)) }, ['describedObject', 'metric', 'target'])],
  External: ['external', struct({ metric: METRIC, target: target(oneValue(['value', 'averageValue'], false)) }, ['metric', 'target'])],
};
const source: Allow = (value) => {
  const { type } = map(value);
  if (!Object.hasOwn(SOURCES, type)) return `a type: ${Object.keys(SOURCES).join(', ')}`;
  const [field] = SOURCES[type];
  const given = Object.values(SOURCES).map(([each]) => each).filter((each) => has(map(value), each));
  return given.length === 1 && given[0] === field ? undefined : `${field}, and nothing else, beside type ${type}`;
};

const POLICY = struct({
  type: text(exactWords('Pods', 'Percent')), value: int32(range(1, 2 ** 31)), periodSeconds: int32(range(1, 1800)),
}, ['type', 'value', 'periodSeconds']);
const SCALING = struct({
  stabilizationWindowSeconds: int32(range(0, 3600)),
  selectPolicy: text(exactWords('Max', 'Min', 'Disabled')),
  policies: list(POLICY, (value) => value.length > 0 ? undefined : 'at least one policy, or no list'),
  tolerance: sinceMinor(33, quantity(noLessThanNothing)),
});

const bounds: AllowWhole = (value) => {
  const { minReplicas = 1, maxReplicas } = map(value);
  return Number.isInteger(maxReplicas) && maxReplicas < minReplicas ? { path: ['maxReplicas'], expected: `a number from minReplicas on, which is ${minReplicas}` } : undefined;
};
const COMMON = { scaleTargetRef: SCALED, minReplicas: int32(range(1, 2 ** 31)), maxReplicas: int32(range(1, 2 ** 31)) };
const NEEDS = ['scaleTargetRef', 'maxReplicas'];
const META = metadata(isDnsSubdomain, 'a DNS name in lower case');

const CURRENT = struct({ value: quantity(), averageValue: quantity(), averageUtilization: INT32 });
const READ_METRIC = struct({ name: TEXT, selector: SELECTOR });
const CURRENT_METRIC = struct({
  type: TEXT,
  resource: struct({ name: TEXT, current: CURRENT }),
  containerResource: struct({ name: TEXT, container: TEXT, current: CURRENT }),
  pods: struct({ metric: READ_METRIC, current: CURRENT }),
  object: struct({ describedObject: struct({ apiVersion: TEXT, kind: TEXT, name: TEXT }), metric: READ_METRIC, current: CURRENT }),
  external: struct({ metric: READ_METRIC, current: CURRENT }),
});
const SEEN = { observedGeneration: INT64, lastScaleTime: TIME, currentReplicas: INT32, desiredReplicas: INT32 };

/** autoscaling/v2. */
export const AUTOSCALER = struct({
  metadata: META,
  status: struct({ ...SEEN, currentMetrics: list(CURRENT_METRIC), conditions: CONDITIONS }),
  spec: struct({
    ...COMMON,
    metrics: list(struct({ type: TEXT, ...Object.fromEntries(Object.values(SOURCES)) }, [], source)),
    behavior: struct({ scaleUp: SCALING, scaleDown: SCALING }),
  }, NEEDS, bounds),
}, ['spec']);

/** autoscaling/v1, which knows one metric. */
export const AUTOSCALER_V1 = struct({
  metadata: META,
  status: struct({ ...SEEN, currentCPUUtilizationPercentage: INT32 }),
  spec: struct({ ...COMMON, targetCPUUtilizationPercentage: int32(range(1, 2 ** 31)) }, NEEDS, bounds),
}, ['spec']);
