import { annotations, labels, labelValue, qualified } from './allow';
import { Allow, list, struct, Struct, TEXT, text, texts } from './shape';
import { map } from '../json';

/** Letters of a generateName that the API server uses. */
const MADE_FROM = 58;

type Names = (name: string, minor: number) => boolean;

const OWNER = struct({ apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT }, ['apiVersion', 'kind', 'name', 'uid']);

/** An object whose entries another rule looks at. */
export const ENTRIES = struct({});

/** `ObjectMeta`, with labels and annotations that other rules look at. */
export const METADATA = struct({
  name: TEXT,
  namespace: TEXT,
  labels: ENTRIES,
  annotations: ENTRIES,
  finalizers: list(TEXT),
  ownerReferences: list(struct({ apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT })),
});
/** `ObjectMeta` of an object that no other rule looks at. */
export const metadata = (generated: Names, expected: string): Struct => struct({
  labels: texts(labels),
  annotations: texts(annotations),
  generateName: text(prefixOf(generated, expected)),
  ownerReferences: list(OWNER),
  finalizers: list(TEXT),
}, [], generates(generated, expected));

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

export const ownerReferences = list(OWNER);

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
