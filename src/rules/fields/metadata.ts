import { annotations, labels, labelValue, qualified } from './allow';
import { Allow, FLAG, INT64, int64, list, Shape, struct, Struct, TEXT, text, texts, TIME } from './shape';
import { map } from '../json';
import { isQualifiedName } from '../label-syntax';

/** Letters of a generateName that the API server uses. */
const MADE_FROM = 58;

type Names = (name: string, minor: number) => boolean;

const OWNER_FIELDS = { apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT, controller: FLAG, blockOwnerDeletion: FLAG };
const OWNER = struct(OWNER_FIELDS, ['apiVersion', 'kind', 'name', 'uid'], (value) => {
  const { apiVersion, kind } = map(value);
  if (/\/$|\/.*\//.test(String(apiVersion))) return 'an apiVersion of a group and a version, such as apps/v1';
  return apiVersion === 'v1' && kind === 'Event' ? 'another owner than an Event' : undefined;
});
/** The same owner twice counts once. */
const oneController: Allow = (value: any[]) => {
  const controllers = value.map(map).filter(({ controller }) => controller === true)
    .map(({ apiVersion, kind, name, uid, blockOwnerDeletion }) => JSON.stringify([apiVersion, kind, name, uid, blockOwnerDeletion ?? null]));
  return new Set(controllers).size > 1 ? 'controller: true of one owner' : undefined;
};
const OWNERS = list(OWNER, oneController);

/** Names that have no domain. */
const STANDARD = ['kubernetes', 'orphan', 'foregroundDeletion'];
const FINALIZER = 'a name with a domain, such as example.org/name';
const qualifiedFinalizer: Allow = (value) => isQualifiedName(value) ? undefined : FINALIZER;
const standardFinalizer: Allow = (value) => STANDARD.includes(value) || (isQualifiedName(value) && value.includes('/')) ? undefined : FINALIZER;
const oneWay: Allow = (value: any[]) => value.includes('orphan') && value.includes('foregroundDeletion') ? 'orphan or foregroundDeletion, and not both' : undefined;
const FINALIZERS = list(text(standardFinalizer), oneWay);

/** What the API server fills in itself, and reads all the same. */
const FILLED_IN: Readonly<Record<string, Shape>> = {
  uid: TEXT,
  resourceVersion: TEXT,
  selfLink: TEXT,
  generation: INT64,
  creationTimestamp: TIME,
  deletionTimestamp: TIME,
  deletionGracePeriodSeconds: INT64,
  managedFields: list(struct({ manager: TEXT, operation: TEXT, apiVersion: TEXT, time: TIME, fieldsType: TEXT, fieldsV1: struct({}), subresource: TEXT })),
};

/** The server counts these itself only for some kinds; of others it reads what is there. */
const GENERATION = int64((value) => value < 0 ? 'no generation, which the API server counts itself' : undefined);

/** An object whose entries another rule looks at. */
export const ENTRIES = struct({});

/** What both the objects and the templates of rules have. */
const LOOKED_AT = { ...FILLED_IN, labels: ENTRIES, annotations: ENTRIES, finalizers: FINALIZERS };
/** `ObjectMeta` of a pod's template, whose owners no pod gets; with labels and annotations that other rules look at. */
export const POD_METADATA = struct({ ...LOOKED_AT, name: TEXT, namespace: TEXT, generateName: TEXT, ownerReferences: list(struct(OWNER_FIELDS)) });
/** `ObjectMeta` of a claim's template, which the claim gets as it is. */
export const CLAIM_METADATA = struct({ ...LOOKED_AT, generation: GENERATION, name: TEXT, namespace: TEXT, generateName: TEXT, ownerReferences: OWNERS });
/** `ObjectMeta` of a set, whose name other rules look at. */
export const setMetadata = (generated: Names, expected: string): Struct => struct(
  { ...LOOKED_AT, generateName: text(prefixOf(generated, expected)), ownerReferences: OWNERS }, [], generates(generated, expected),
);
/** `ObjectMeta` of an object that no other rule looks at. */
export const metadata = (generated: Names, expected: string): Struct => struct({
  labels: texts(labels),
  annotations: texts(annotations),
  generateName: text(prefixOf(generated, expected)),
  ownerReferences: OWNERS,
  finalizers: FINALIZERS,
  ...FILLED_IN,
  generation: GENERATION,
}, [], generates(generated, expected));

/** Of a kind whose generation begins with 1, whatever is written. */
export const counted = (of: Struct): Struct => ({ ...of, fields: { ...of.fields, generation: INT64 } });

/** Of a kind whose names of finalizers need no domain. */
export const withAnyFinalizer = (of: Struct): Struct => ({ ...of, fields: { ...of.fields, finalizers: list(text(qualifiedFinalizer), oneWay) } });

/** With a name that is one of its kind, or one that is made up. */
export const named = (holds: Names, expected: string): Struct => struct({
  ...metadata(holds, expected).fields, name: text((value, minor) => value === '' || holds(value, minor) ? undefined : expected),
}, [], (value, minor) => map(value).name || map(value).generateName ? generates(holds, expected)(value, minor) : 'a name');

/** `generateName`: the API server adds letters, so that it may end with a hyphen; it then looks at neither that nor the letter before it. */
export function prefixOf(holds: Names, expected: string): Allow {
  return (value, minor) => value === '' || holds(value.length > 1 && value.endsWith('-') ? `${value.slice(0, -2)}a` : value, minor) ? undefined : expected;
}

/** Without a name the one that is made up must be sound as a whole; what its own field tells is not told again. */
export function generates(holds: Names, expected: string): Allow {
  const refused = prefixOf(holds, expected);
  return (value, minor) => {
    const { name, generateName } = map(value);
    if (name || typeof generateName !== 'string' || generateName === '' || refused(generateName, minor) !== undefined) return undefined;
    return holds(`${generateName.slice(0, MADE_FROM)}a`, minor) ? undefined : `a generateName that makes ${expected}`;
  };
}

const REQUIREMENT = struct({ key: TEXT, operator: TEXT, values: list(TEXT) });
const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const requirement: Allow = (value) => {
  const { operator, values } = map(value);
  if (!OPERATORS.includes(operator)) return `an operator: ${OPERATORS.join(', ')}`;
  const some = Array.isArray(values) && values.length > 0;
  return some === operator.endsWith('In') ? undefined : operator.endsWith('In') ? 'values, which In and NotIn need' : `no values beside ${operator}`;
};

/** `LabelSelector` that another rule looks at. */
export const SELECTOR = struct({ matchLabels: texts(), matchExpressions: list(REQUIREMENT) });
/** `LabelSelector` that no other rule looks at. */
export const CHECKED_SELECTOR = struct({
  matchLabels: texts(labels),
  matchExpressions: list(struct({ key: text(qualified), operator: TEXT, values: list(text(labelValue)) }, ['key'], requirement)),
});

const CONDITION = { type: TEXT, status: TEXT, lastTransitionTime: TIME, reason: TEXT, message: TEXT };
/** Conditions of a status, which the API server reads and drops. */
export const CONDITIONS = list(struct(CONDITION));
/** `metav1.Condition`, of younger kinds. */
export const COUNTED_CONDITIONS = list(struct({ ...CONDITION, observedGeneration: INT64 }));
/** Of a claim. */
export const PROBED_CONDITIONS = list(struct({ ...CONDITION, lastProbeTime: TIME }));
