import { join, resolve } from 'path';
import { CorefileOptions, readInput, situation, STDIN } from './input';
import { Exit, needsFile, refusalLine, report, Terminal, UnusableInput } from './output';
import { Advice } from '../cluster-dns/advice';
import { advise } from '../cluster-dns/advise';
import { deliver, Format, formatsOf } from '../cluster-dns/deliver';
import { Rendered } from '../cluster-dns/delivery/rendered';
import { PLATFORMS } from '../cluster-dns/platforms';

export interface PatchOptions extends CorefileOptions {
  readonly format?: Format;
  readonly out?: string;
}

function chosen({ platform }: Advice, wish: Format | undefined): Format | undefined {
  const formats = formatsOf(platform.delivery);
  if (wish === undefined || formats.includes(wish)) return wish ?? formats[0];
  throw new UnusableInput('--format', `${platform.title} takes no ${wish}`, formats.length > 0 ? `write one of ${formats.join(', ')}` : 'there is nothing that it takes');
}

/** Files that the standard output can hold one after the other: YAML documents. */
function asOne(files: readonly Rendered[]): string {
  if (files.length > 1 && !files.every(({ object }) => object)) {
    throw new UnusableInput('--format', `the change is ${files.length} files that cannot be one: ${files.map(({ fileName }) => fileName).join(', ')}`, 'name a folder for them with --out');
  }
  return files.map(({ text }) => text).join('---\n');
}

function write(terminal: Terminal, files: readonly Rendered[], out: string | undefined, read: readonly string[]): void {
  if (out === undefined) return terminal.out(asOne(files));
  const given = new Set(read.map((path) => resolve(path)));
  const lost = files.map(({ fileName }) => join(out, fileName)).find((path) => given.has(resolve(path)));
  if (lost !== undefined) throw new UnusableInput('--out', `${lost} was read, and would be overwritten: it is the way back`, 'name another folder');
  let paths: string[];
  try {
    paths = terminal.writeFiles(out, files);
  } catch (e) {
    throw new UnusableInput('--out', (e as Error).message, 'name a folder that can be written');
  }
  return terminal.err(report('written', paths));
}

/** `corefile patch`: the change in the form that the platform takes. */
export async function corefilePatch(terminal: Terminal, path: string | undefined, options: PatchOptions): Promise<Exit> {
  const input = await readInput(terminal, path, options);
  const asked = situation(input, options);
  if (!asked) throw new UnusableInput('--platform', 'it is not given, and a change that fits one platform is undone or harmful on another', `write one of ${PLATFORMS.map(({ id }) => id).join(', ')}`);
  if (input.services.length === 0) throw new UnusableInput('--for', 'no Service is named', 'write --for <service>.<namespace>, once for each headless Service');
  const advice = advise(asked);
  if (advice.kind === 'refused') {
    needsFile(input, advice);
    terminal.err(report('refused', advice.refusals.map(refusalLine)));
    return Exit.REFUSED;
  }
  const format = chosen(advice, options.format);
  const files = format === undefined ? [] : deliver(advice, format);
  // The Corefile itself is no patch: it is printed even if it stays as it is, so that `> file` never empties one.
  const read = [path, options.nodeLocalDns, ...options.forFile].filter((each) => each !== undefined && each !== STDIN);
  if (files.length > 0) write(terminal, files, options.out, read as string[]);
  else if (format === 'corefile' && options.out === undefined) terminal.out(input.current!.corefile);
  terminal.err([
    report('today', advice.before?.sentences ?? []),
    report('way', advice.reasons),
    report('afterwards', advice.kind === 'nothing' ? [] : advice.after?.sentences ?? []),
    report('cost', advice.costs),
    report('note', advice.notes),
    report('live', advice.live),
    report('apply', files.flatMap(({ how }) => how)),
  ].join(''));
  return Exit.DONE;
}
