import { Directive } from '../src/corefile/cst';
import { parse } from '../src/corefile/parse';
import { print, Splice } from '../src/corefile/print';

/** Where a text of a cluster finds on this machine what it names. */
export interface Place {
  readonly folder: string;
  /** URL of an API server. */
  readonly api: string;
}

/** Plugins that listen at a place of their own, where none is said. */
const DEFAULT_ADDRESS: Readonly<Record<string, string>> = { health: ':8080', ready: ':8181', prometheus: ':9153' };

function endpoint({ name, args, block }: Directive, api: string): Splice {
  const after = block?.open ?? args.at(-1) ?? name;
  return { start: after.end, end: after.end, text: block ? ` endpoint ${api}\n` : ` {\nendpoint ${api}\n}` };
}

function splices(directive: Directive, api: string): Splice[] {
  const { name, args } = directive;
  const address = DEFAULT_ADDRESS[name.text];
  if (address && args.length === 0) return [{ start: name.end, end: name.end, text: ` ${address}` }];
  return name.text === 'kubernetes' ? [endpoint(directive, api)] : [];
}

/**
 * The text as it can start outside of a cluster: addresses of the node are those of the loopback, files lie in the
 * folder, plugins name the port they listen at. Its `cache` directives stay as they are.
 */
export function onLoopback(text: string, { folder, api }: Place): string {
  const file = parse(text);
  const own = file.blocks.flatMap(({ directives }) => directives).filter(({ via }) => !via);
  return print(file, own.flatMap((directive) => splices(directive, api)))
    .replaceAll('169.254.20.10', '127.0.0.1').replaceAll('10.96.0.10', '127.0.0.2')
    .replace(/__PILLAR__\w+?__(?=\s)/g, '127.0.0.1')
    .replaceAll('/etc/resolv.conf', `${folder}/resolv.conf`).replaceAll('/etc/coredns/', `${folder}/`);
}
