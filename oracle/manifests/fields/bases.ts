import { readFileSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { declarations, render, sound } from '../../../test/arbitraries/declaration';

const ROOT = resolve(__dirname, '../../..');

/** Kinds that the constructs render or whose fields rules read; of others rules know no more than whom they select and what they are called. */
export const KINDS: ReadonlySet<string> = new Set([
  'Service', 'StatefulSet', 'PodDisruptionBudget', 'NetworkPolicy', 'HorizontalPodAutoscaler', 'PersistentVolumeClaim', 'StorageClass', 'Namespace',
  'ServiceAccount', 'ConfigMap', 'Secret',
]);

function objectsIn(file: string): any[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS()).filter((object) => KINDS.has(object?.kind));
}

/** A set that uses every field. */
export function wholeSet(): any[] {
  return objectsIn(join(__dirname, 'whole.yaml'));
}

/** What may stand beside a set, with every field. */
export function besideSet(): any[] {
  return objectsIn(join(__dirname, 'besides.yaml'));
}

/** What the examples render, chart by chart. */
export function exampleSets(): any[][] {
  const folders = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const manifests = folders.map(({ name }) => join(ROOT, 'examples', name, 'manifests'));
  return manifests.flatMap((folder) => readdirSync(folder).map((file) => objectsIn(join(folder, file)))).filter((objects) => objects.length > 0);
}

/** What the construct renders of declarations of every shape. */
export function generatedSets(count: number, seed: number): any[][] {
  return fc.sample(declarations, { numRuns: count, seed }).map(sound).map((declaration) => {
    const { service, set, budget } = render(declaration);
    return [service, set, budget].filter((object) => object !== undefined);
  });
}
