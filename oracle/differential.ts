import { difference, listedDifference, missingPatterns } from './difference';
import { editDifference } from './edit-difference';
import { fuzz, FuzzOptions } from './fuzz';
import { OwnReading, ownReading } from './own-reading';
import { RealParser, RealReading } from './real-parser';
import { shown } from './shown';
import { Part, Tally } from './tally';
import { anyEdit, anyText, Edit, KNOWN, KNOWN_EDITS, LIMITS } from './texts';
import { patchCache } from '../src/corefile/edit';
import { Token } from '../src/corefile/lexer';
import { print } from '../src/corefile/print';

/** Names that can be made files without touching anything else. */
const FILE = /^\w[\w.-]{0,60}$/;
const PRESENT = 'present';

function filesOf({ file, expand }: OwnReading): string[] {
  const words = file.tokens.map(({ text }) => expand(text));
  return [...new Set(words.filter((word, at) => words[at - 1] === 'import' && FILE.test(word)))];
}

/** Reads one text with both readers, without and with the list of known directives. */
async function compareReading(parser: RealParser, known: ReadonlySet<string>, text: string, tally: Tally): Promise<string | undefined> {
  const own = ownReading(text);
  const options = { env: own.env, files: filesOf(own) };
  const real = await parser.read(text, options);
  const missing = missingPatterns(own, real);
  if (missing) return compareWithFiles(parser, known, own, real, missing, tally);
  tally.add(real.error === '' ? 'accepted' : 'refused');
  const listed = await parser.read(text, { ...options, directives: [...known] });
  return difference(own, real, parser.folder) ?? listedDifference(own, real, listed, known);
}

/** The reader does not look for files, so it reads on where CoreDNS stops: on they go with a file that is there. */
async function compareWithFiles(parser: RealParser, known: ReadonlySet<string>, own: OwnReading, real: RealReading, missing: readonly Token[], tally: Tally) {
  tally.add('stopped for a missing file');
  const { source } = own.file;
  if (missing.length === 0) return `missing file: CoreDNS ${shown(real.error)}, the reader sees no such import there`;
  const text = print(own.file, missing.map(({ start, end }) => ({ start, end, text: PRESENT })));
  if (text === source) return `missing file: ${PRESENT} is there, CoreDNS says ${shown(real.error)}`;
  return compareReading(parser, known, text, tally);
}

/** What an edit did that it must not do, as CoreDNS reads the text before and after. */
async function compareEdit(parser: RealParser, { text, request }: Edit, tally: Tally): Promise<string | undefined> {
  const result = patchCache(text, request);
  tally.add(result.refusal ? 'refused' : result.changed ? 'edited' : 'unchanged');
  if (result.refusal) return undefined;
  const own = ownReading(text);
  const options = { env: own.env, files: filesOf(own) };
  return editDifference(await parser.read(text, options), await parser.read(result.text, options), result.changed);
}

/** No text is read otherwise by the reader of this project than by that of CoreDNS. */
export function compareReadings(parser: RealParser, known: ReadonlySet<string>, options: FuzzOptions): Promise<Part> {
  return fuzz({
    name: 'texts read alike',
    inputs: anyText,
    examples: [...KNOWN, ...LIMITS],
    meets: ['accepted', 'refused', 'stopped for a missing file'],
    check: (text, tally) => compareReading(parser, known, text, tally),
  }, options);
}

/** No edit changes for CoreDNS anything but the words of `cache` directives. */
export function compareEdits(parser: RealParser, options: FuzzOptions): Promise<Part> {
  return fuzz({
    name: 'edits read back',
    inputs: anyEdit,
    examples: KNOWN_EDITS,
    meets: ['edited', 'unchanged', 'refused'],
    check: (edit, tally) => compareEdit(parser, edit, tally),
  }, options);
}
