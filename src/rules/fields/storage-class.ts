import { exactWords, qualified, some, words } from './allow';
import { metadata } from './metadata';
import { Allow, FLAG, list, struct, TEXT, text, texts } from './shape';
import { list as listOf, map } from '../json';
import { isDnsSubdomain } from '../label-syntax';

const MOST_PARAMETERS = 512;
const MOST_BYTES = 256 * 1024;

const parameters: Allow = (value) => {
  const entries = Object.entries(value);
  if (entries.some(([key]) => key === '')) return 'no empty key';
  if (entries.length > MOST_PARAMETERS) return `at most ${MOST_PARAMETERS} parameters`;
  const bytes = entries.flat().reduce<number>((sum, each) => sum + Buffer.byteLength(String(each ?? '')), 0);
  return bytes > MOST_BYTES ? 'parameters of at most 256 KiB' : undefined;
};

const once = (keys: readonly unknown[]) => new Set(keys).size === keys.length;
const REQUIREMENT = struct({ key: text(qualified), values: list(TEXT, (value) => some(value, 0) ?? (once(value) ? undefined : 'each value once')) }, ['key', 'values']);
const TERM = struct({
  matchLabelExpressions: list(REQUIREMENT, (value: any[]) => once(value.map((each) => map(each).key)) ? undefined : 'each key once'),
});
/** A term without expressions counts as one that was there before. */
const terms: Allow = (value: any[]) => {
  const said = value.map((term) => JSON.stringify(listOf(map(term).matchLabelExpressions).map(map)
    .map(({ key, values }) => [key, [...listOf(values)].sort()]).sort((a, b) => String(a[0]) < String(b[0]) ? -1 : 1)));
  return said.includes('[]') ? 'expressions in every term' : once(said) ? undefined : 'terms that differ';
};

export const STORAGE_CLASS = struct({
  metadata: metadata(isDnsSubdomain, 'a DNS name in lower case'),
  provisioner: text((value, minor) => qualified(value.toLowerCase(), minor)),
  parameters: texts(parameters),
  reclaimPolicy: text(words('Delete', 'Retain')),
  volumeBindingMode: text(exactWords('Immediate', 'WaitForFirstConsumer')),
  mountOptions: list(TEXT),
  allowVolumeExpansion: FLAG,
  allowedTopologies: list(TERM, terms),
}, ['provisioner']);
