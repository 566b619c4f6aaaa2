import { map, shown } from './json';
import { MAX_LABEL, MAX_NAME } from '../identity/names';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const WORD = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** A key of a metadata map and what is wrong with it or its value. */
export interface BadEntry {
  readonly key: string;
  readonly problem: string;
}

/** What is wrong with one annotation, or with all of them together. */
export interface BadAnnotation {
  /** The key below `annotations`; empty where all are meant. */
  readonly at: readonly string[];
  readonly problem: string;
  readonly fix: string;
}

/** Bytes that the keys and values of an object's annotations may have together. */
const MOST_ANNOTATIONS = 256 * 1024;

export function isDnsLabel(value: string): boolean {
  return value.length <= MAX_LABEL && DNS_LABEL.test(value);
}

export function isDnsSubdomain(value: string): boolean {
  return value.length <= MAX_NAME && DNS_SUBDOMAIN.test(value);
}

/** Whether a key is `name` or `prefix/name` as labels and annotations need it. */
export function isQualifiedName(key: string): boolean {
  const parts = key.split('/');
  const name = parts.pop() ?? '';
  return parts.length <= 1 && parts.every(isDnsSubdomain) && name.length <= MAX_LABEL && WORD.test(name);
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= MAX_LABEL && WORD.test(value));
}

/** The entries of a `labels` field that the API server refuses. */
export function badLabels(labels: unknown): BadEntry[] {
  return Object.entries(map(labels)).flatMap(([key, value]) => {
    if (!isQualifiedName(key)) return { key, problem: `label key ${shown(key)} is not a qualified name` };
    if (typeof value !== 'string') return value === null ? [] : { key, problem: `label ${key} has the value ${shown(value)}, which is not text` };
    return isLabelValue(value) ? [] : { key, problem: `label ${key} has the value ${shown(value)}, which is not a label value` };
  });
}

/** What the API server refuses in an `annotations` field: keys may have upper case, values may be any text that is not too long. */
export function badAnnotations(annotations: unknown): BadAnnotation[] {
  const entries = Object.entries(map(annotations));
  const bad = entries.flatMap(([key, value]) => {
    if (!isQualifiedName(key.toLowerCase())) return { at: [key], problem: `annotation key ${shown(key)} is not a qualified name`, fix: ANNOTATION_FIX };
    return typeof value === 'string' || value === null ? [] : { at: [key], problem: `annotation ${key} has the value ${shown(value)}, which is not text`, fix: ANNOTATION_FIX };
  });
  return isTooLong(entries) ? [...bad, { at: [], problem: `the annotations have more than ${MOST_ANNOTATIONS} bytes together`, fix: SIZE_FIX }] : bad;
}

/** No letter has more than three bytes a unit; bytes are counted where it may matter. */
function isTooLong(entries: ReadonlyArray<readonly [string, unknown]>): boolean {
  const texts = entries.flatMap(([key, value]) => typeof value === 'string' ? [key, value] : [key]);
  const sum = (size: (each: string) => number) => texts.reduce((total, each) => total + size(each), 0);
  return sum((each) => each.length) * 3 > MOST_ANNOTATIONS && sum((each) => Buffer.byteLength(each)) > MOST_ANNOTATIONS;
}

/** How to write a label right. */
export const LABEL_FIX = 'write the key as name or prefix/name and the value as quoted text of at most 63 letters, digits, "-", "_" and ".", '
  + 'with a letter or digit at both ends';

/** How to write an annotation right. */
const ANNOTATION_FIX = 'write the key as name or prefix/name (name: at most 63 letters, digits, "-", "_" and ".") and the value as quoted text';

/** What the API server takes of all annotations. */
const SIZE_FIX = `keep the keys and values of all annotations within ${MOST_ANNOTATIONS} bytes; what is long belongs into a ConfigMap`;
