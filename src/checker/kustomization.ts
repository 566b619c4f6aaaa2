import type { InputProblem } from './input-problem';
import { readDocument } from './read-document';
import type { Source } from './source';
import { list, map, text } from '../rules/json';
import type { Json } from '../rules/rule';

/** Rule of the notice. */
export const KUSTOMIZED = 'input-kustomization';
const NAME = /^(?:kustomization\.ya?ml|Kustomization)$/;
const OF_KUSTOMIZE = 'kustomize.config.k8s.io/';

/** What kustomizations say of the texts beside them. */
export interface Kustomized {
  /** Patches: part of an object that another text holds. */
  readonly patches: ReadonlySet<Source>;
  /** What leads to the manifests that are applied, at the kustomization to build; undefined without one. */
  readonly notice?: { readonly source: Source; readonly problem: InputProblem };
}

interface Kustomization {
  readonly source: Source;
  readonly folder: string;
  readonly value: Json;
}

/**
 * Texts that a kustomization among them makes no manifests.
 *
 * @see sigs.k8s.io/kustomize api/konfig/general.go (RecognizedKustomizationFileNames), api/types/kustomization.go (Kustomization)
 */
export function kustomized(sources: readonly Source[]): Kustomized {
  const found = sources.flatMap((source) => kustomizationOf(source) ?? []);
  if (found.length === 0) return { patches: new Set() };
  const applied = new Set(found.flatMap(({ folder, value }) => paths(folder, resourcesOf(value))));
  const patching = new Set(found.flatMap(({ folder, value }) => paths(folder, patchesOf(value))));
  const patches = new Set(sources.filter(({ file }) => patching.has(normal(file)) && !applied.has(normal(file))));
  // What another one builds upon is a base.
  const top = found.find(({ folder }) => !applied.has(folder)) ?? found[0];
  const folders = found.length > 1 ? `this folder and ${found.length - 1} more hold` : 'this folder holds';
  const without = patches.size > 0 ? `, without ${patches.size === 1 ? 'the patch that is' : `the ${patches.size} patches that are`} named there` : '';
  return {
    patches,
    notice: {
      source: top.source,
      problem: {
        id: KUSTOMIZED,
        message: `${folders} sources of Kustomize, which are judged as written${without}: what is applied may have other names, namespaces, labels and numbers`,
        fix: `judge what is applied: kustomize build ${argument(top.folder)} | cdk8s-stateful check -`,
      },
    },
  };
}

function kustomizationOf(source: Source): Kustomization | undefined {
  const at = source.file.replace(/\\/g, '/').lastIndexOf('/') + 1;
  if (!NAME.test(source.file.slice(at))) return undefined;
  const value = valueOf(source.text);
  // Flux has a kind of that name too; Kustomize itself needs neither field.
  const { apiVersion = OF_KUSTOMIZE, kind = 'Kustomization' } = value;
  if (!(text(apiVersion) ?? '').startsWith(OF_KUSTOMIZE) || !['Kustomization', 'Component'].includes(kind)) return undefined;
  return { source, folder: normal(source.file.slice(0, at)), value };
}

/** A text that cannot be read is told of elsewhere. */
function valueOf(written: string): Json {
  try {
    return map(readDocument(written).value);
  } catch {
    return { kind: '' };
  }
}

function resourcesOf({ resources, bases, components }: Json): unknown[] {
  return [resources, bases, components].flatMap(list);
}

/** Files of patches; one that is written in place has lines, and is no file. */
function patchesOf({ patches, patchesJson6902, patchesStrategicMerge }: Json): unknown[] {
  return [...[patches, patchesJson6902].flatMap(list).map((patch) => map(patch).path), ...list(patchesStrategicMerge)];
}

function paths(folder: string, named: readonly unknown[]): string[] {
  return named.flatMap((path) => text(path) === undefined ? [] : normal(`${folder}/${path}`));
}

/** A path without `.`, and without `..` where a folder stands before it. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/\\/g, '/').split('/')) {
    if (part === '..' && !['..', '', undefined].includes(parts.at(-1))) parts.pop();
    else if (part !== '.' && (part !== '' || (parts.length === 0 && path.startsWith('/')))) parts.push(part);
  }
  return parts.join('/') || '.';
}

function argument(folder: string): string {
  const path = folder.startsWith('-') ? `./${folder}` : folder;
  return /^[\w./-]+$/.test(path) ? path : `'${path.replace(/'/g, '\'\\\'\'')}'`;
}
