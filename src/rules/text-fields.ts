import { list, map, shown, text } from './json';
import { referencesOf } from './references';
import { ALWAYS, type FieldPath, type Json, type Report, type Rule } from './rule';
import { serviceViews } from './services';
import type { SetView } from './set-view';

export const textFields: Rule = {
  id: 'text-fields',
  severity: 'error',
  title: 'variables, words of a command, values of a selector and entries of a ConfigMap are text',
  source: 'kubernetes v1.28.15 staging/src/k8s.io/api/core/v1/types.go (EnvVar.Value, Container.Args, ConfigMap.Data): the decoder refuses anything else',
  rejected: ALWAYS,
  set: (set, report) => {
    for (const { container, path } of set.containers) {
      list(container.env).forEach((env, i) => check(set.object, env?.value, [...path, 'env', i, 'value'], report));
      for (const field of ['command', 'args']) words(set, container[field], [...path, field], report);
    }
    ofSelector(set.object, set.selector, ['spec', 'selector'], report);
  },
  all: (all, report) => {
    for (const { service, spec, set } of serviceViews(all)) entries(service, spec.selector, ['spec', 'selector'], (problem) => report({ ...problem, set }));
    for (const budget of all.budgets) ofSelector(budget, map(budget.spec).selector, ['spec', 'selector'], report);
    const read = new Set<Json>();
    for (const set of all.sets) {
      for (const { kind, name } of referencesOf(set)) {
        const object = kind === 'ConfigMap' || kind === 'Secret' ? all.find(kind, set.namespace, name) : undefined;
        // Several sets may read one.
        if (object === undefined || read.size === read.add(object).size) continue;
        // What is no base 64 is told with all else that cannot be read.
        const field = kind === 'Secret' ? 'stringData' : 'data';
        entries(object, object[field], [field], (problem) => report({ ...problem, set }));
      }
    }
  },
};

function words(set: SetView, given: Json, path: FieldPath, report: Report): void {
  if (given === undefined || given === null) return;
  if (Array.isArray(given)) {
    given.forEach((word, i) => check(set.object, word, [...path, i], report));
    return;
  }
  report({
    object: set.object,
    path,
    message: `${path[path.length - 1]} is ${shown(given)} and no list; the API server cannot read the object and refuses it`,
    fix: text(given) === undefined ? 'write a list of words' : `write a list: ${JSON.stringify(given.split(/\s+/))}`,
  });
}

function ofSelector(object: Json, selector: Json, path: FieldPath, report: Report): void {
  const { matchLabels, matchExpressions } = map(selector);
  entries(object, matchLabels, [...path, 'matchLabels'], report);
  list(matchExpressions).forEach((expression, i) => list(expression?.values).forEach((value, j) => check(object, value, [...path, 'matchExpressions', i, 'values', j], report)));
}

function entries(object: Json, given: unknown, path: FieldPath, report: Report): void {
  for (const [key, value] of Object.entries(map(given))) check(object, value, [...path, key], report);
}

function check(object: Json, value: unknown, path: FieldPath, report: Report): void {
  if (value === undefined || value === null || typeof value === 'string') return;
  const boolean = typeof value === 'boolean';
  report({
    object,
    path,
    message: `${shown(value)} is no text${boolean ? ' (YAML takes true, yes, on and their opposites for booleans)' : ''}; the API server cannot read the ${text(object.kind) || 'object'} and refuses it`,
    fix: typeof value === 'object' ? 'write text' : `put it in quotes: ${boolean ? '"true", or "yes" where that word is meant' : JSON.stringify(String(value))}`,
  });
}
