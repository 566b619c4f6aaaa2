import { list, map, shown, text } from './json';
import { badLabels, isLabelValue, isQualifiedName } from './label-syntax';
import type { FieldPath } from './rule';

/** What the API server refuses in a selector, and where. */
export interface SelectorFault {
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

const LISTED = ['In', 'NotIn'];
const BARE = ['Exists', 'DoesNotExist'];

/** The faults of a label selector; values that are no text are left to the rule about them. */
export function selectorFaults(selector: unknown): SelectorFault[] {
  const { matchLabels, matchExpressions } = map(selector);
  return [
    ...labelFaults(matchLabels).map((fault) => ({ ...fault, path: ['matchLabels', ...fault.path] })),
    ...list(matchExpressions).map(map).flatMap((expression, i) => expressionFaults(expression).map((fault) => ({ ...fault, path: ['matchExpressions', i, ...fault.path] }))),
  ];
}

/** The faults of labels that are asked for. */
export function labelFaults(labels: unknown): SelectorFault[] {
  return badLabels(labels).filter(({ key }) => typeof map(labels)[key] === 'string' || !isQualifiedName(key))
    .map(({ key, problem }) => ({ path: [key], message: problem, fix: 'write the label as the pods carry it' }));
}

function expressionFaults({ key, operator, values }: Record<string, unknown>): SelectorFault[] {
  const faults: SelectorFault[] = [];
  const fault = (field: string | readonly (string | number)[], message: string, fix: string) => faults.push({ path: [field].flat(), message, fix });
  if (!isQualifiedName(text(key) ?? '')) fault('key', `key ${shown(key)} is no label key`, 'write the key of a label of the pods');
  if (LISTED.includes(String(operator))) {
    if (list(values).length === 0) fault('values', `operator ${operator} has no values`, 'list the values, or write operator Exists');
    list(values).forEach((value, i) => {
      if (typeof value === 'string' && !isLabelValue(value)) fault(['values', i], `${shown(value)} is no label value`, 'write the value as the pods carry it');
    });
  } else if (BARE.includes(String(operator))) {
    if (list(values).length > 0) fault('values', `operator ${operator} has the values ${shown(values)}`, 'remove the values, or write operator In');
  } else {fault('operator', `operator ${shown(operator)} is none of In, NotIn, Exists and DoesNotExist`, 'write one of them');}
  return faults;
}
