import * as fc from 'fast-check';
import { CacheRequest } from '../src/corefile/edit';
import { corefiles, requests, soup } from '../test/corefile/arbitraries';
import cases from '../test/corefile/cases.json';
import { corefile, platforms } from '../test/corefile/corefiles';

const CACHES = [
  'cache 30', 'cache', 'cache 30 cluster.local', 'cache 30 { }', 'cache 30 {\n       disable success cluster.local\n       disable denial cluster.local\n    }',
  'cache {\n            success 9984 30\n            denial 9984 5\n    }', 'cache 30 { denial 9984 5\n        prefetch 10 1m 10%\n    }',
];

/** A snippet that imports files so often that CoreDNS counts, or gives up. */
function manyImports(files: number): string {
  const doubled = Array.from({ length: 12 }, (_, at) => `(s${at + 1}) {\n import s${at}\n import s${at}\n}\n`).join('');
  return `(s0) {\n${' import x*\n'.repeat(files)}}\n${doubled}. {\n import s12\n}\n`;
}

/** Texts from the field, the table of cases and the limits, unchanged. */
export const KNOWN: readonly string[] = [
  ...cases.map(({ text }) => text),
  '. {\n import a\\/b*\n}\n', '. {\n import a\\\\/b*\n}\n',
  '(a) {\n import b\n}\n(b) {\n import a\n}\n. {\n import a\n}\n',
  ...platforms.flatMap((platform) => CACHES.map((cache) => corefile(platform, cache))),
];

const FRAGMENTS = [
  '{', '}', ' { ', ' }\n', '{\n', '"', '\\"', '\\', '#', ' # ', '\n', '\r\n', '\r', '\t', ' ', '\0', '\ufeff', '\u0085', '\u00a0', '\u200b', '\u2028', '\u3000', '😀',
  ',', ', ', '(a) {\n', '(a)', '(b) {\nimport a\n}\n', '\nimport a\n', 'import ', 'import b', '\nimport custom/*.server\n', 'import */../x*', 'import ../*/*',
  'import a[', 'import a]', 'import a\\', 'import a\\/b*', 'import x*\\', 'import p*[', 'import ""', 'import missing/file', 'import {$X}\n', '{$X}', '{%X%}', '{$X', '{$', '{%}', '{$}', '{$a\nb}', '"{$a\nb}"',
  'import', '{$IMPORT},', '"a\nb"', '""', 'cache 30 {\n', '\ncache 30\n', 'disable denial', '.:53 {\n', '\n}\n. {\n', '«',
];

/** Texts at the limits of CoreDNS, too slow to be changed a thousand times. */
export const LIMITS: readonly string[] = [manyImports(24), manyImports(25)];

interface Mutation {
  readonly kind: 'insert' | 'delete' | 'repeat' | 'delete-line' | 'repeat-line' | 'swap-lines' | 'line-ends';
  readonly at: number;
  readonly length: number;
  readonly fragment: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'delete', 'repeat', 'delete-line', 'repeat-line', 'swap-lines', 'line-ends'),
  at: fc.nat({ max: 2000 }),
  length: fc.integer({ min: 1, max: 12 }),
  fragment: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) }),
});

function mutateLines(text: string, { kind, at, length }: Mutation): string {
  const lines = text.split('\n');
  const [one, other] = [at % lines.length, (at + length) % lines.length];
  if (kind === 'delete-line') lines.splice(one, 1);
  if (kind === 'repeat-line') lines.splice(other, 0, lines[one]);
  if (kind === 'swap-lines') [lines[one], lines[other]] = [lines[other], lines[one]];
  return lines.join(kind === 'line-ends' ? ['\r\n', '\r', ' ', '\n\n'][at % 4] : '\n');
}

/** Changes whole characters, so that the text stays valid UTF-8. */
function mutate(text: string, change: Mutation): string {
  const { kind, at, length, fragment } = change;
  if (kind.includes('line')) return mutateLines(text, change);
  const characters = [...text];
  const place = at % (characters.length + 1);
  if (kind === 'insert') characters.splice(place, 0, fragment);
  if (kind === 'delete') characters.splice(place, length);
  if (kind === 'repeat') characters.splice(place, 0, ...characters.slice(place, place + length * 4));
  return characters.join('');
}

const mutated = fc.tuple(fc.oneof(fc.constantFrom(...KNOWN), corefiles), fc.array(mutation, { minLength: 1, maxLength: 8 }))
  .map(([text, changes]) => changes.reduce(mutate, text));

/** A variable that no environment can hold is always empty to CoreDNS, and takes the word that it is with it. */
const IMPOSSIBLE_VARIABLE = /\{\$[^}]*[=\0]|\{%.*[=\0]/s;

/** Any text that can stand in a file: most of them close to a Corefile, some close to nothing. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 4, arbitrary: soup },
  { weight: 2, arbitrary: corefiles },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('a', '"', '\\', '#', '\n', '\r', ' ', '{', '}', '\u0085', '\ufeff', '$', '%', ','), maxLength: 40 }) },
).filter((text) => !IMPOSSIBLE_VARIABLE.test(text));

export interface Edit {
  readonly text: string;
  readonly request: CacheRequest;
}

/** A Corefile that is worth an edit, and the edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  text: fc.oneof({ weight: 3, arbitrary: corefiles }, { weight: 2, arbitrary: mutated }, { weight: 1, arbitrary: fc.constantFrom(...KNOWN) }),
  request: requests,
});

/** One edit of each known text of a platform. */
export const KNOWN_EDITS: readonly Edit[] = platforms.flatMap((platform) => CACHES.map((cache) => (
  { text: corefile(platform, cache), request: { zones: ['db.prod.svc.cluster.local'], disable: ['denial'] } }
)));
