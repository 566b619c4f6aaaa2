import { readFileSync, readdirSync } from 'fs';
import { join, resolve } from 'path';
import { parseAllDocuments } from 'yaml';
import { fullWorkload } from './full-workload';
import { generatedSets } from '../fields/bases';

const EXAMPLES = resolve(__dirname, '../../../examples');

/** Manifests of this library, all objects of a chart. */
export interface RenderedSet {
  readonly name: string;
  readonly objects: readonly any[];
}

/** The committed manifests of the examples, a workload that has everything, and generated declarations. */
export function renderedSets(generated: number, seed: number): RenderedSet[] {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(EXAMPLES, name, 'manifests'));
  const examples = folders.flatMap((folder) => readdirSync(folder).map((file) => ({
    name: file, objects: parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => document.toJS()).filter((object) => object !== null),
  })));
  return [
    ...examples,
    { name: 'a workload with everything', objects: fullWorkload() },
    ...generatedSets(generated, seed).map((objects, i) => ({ name: `generated ${i + 1}`, objects })),
  ];
}
