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

/** The entries of an `annotations` field that the API server refuses: keys may have upper case, values may be any text. */
export function badAnnotations(annotations: unknown): BadEntry[] {
  return Object.entries(map(annotations)).flatMap(([key, value]) => {
    if (!isQualifiedName(key.toLowerCase())) return { key, problem: `annotation key ${shown(key)} is not a qualified name` };
    return typeof value === 'string' || value === null ? [] : { key, problem: `annotation ${key} has the value ${shown(value)}, which is not text` };
  });
}

/** How to write a label right. */
export const LABEL_FIX = 'write the key as name or prefix/name and the value as quoted text of at most 63 letters, digits, "-", "_" and ".", '
  + 'with a letter or digit at both ends';

/** How to write an annotation right. */
export const ANNOTATION_FIX = 'write the key as name or prefix/name (name: at most 63 letters, digits, "-", "_" and ".") and the value as quoted text';
