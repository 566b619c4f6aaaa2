import { Corefile, Directive, Import, ServerBlock } from '../../src/corefile/cst';
import { Token } from '../../src/corefile/lexer';
import { parse } from '../../src/corefile/parse';
import { print, Splice } from '../../src/corefile/print';

/** Where a Corefile of a cluster is served on this machine. */
export interface LocalPlaces {
  /**
   * The port of every server block.
   *
   * @default - the one that each names
   */
  readonly port?: number;
  readonly health: number;
  readonly ready: number;
  readonly metrics: number;
  /** The line of `kubernetes` that tells the API server: `kubeconfig FILE CONTEXT` or `endpoint URL`. */
  readonly api: string;
  /** What stands for /etc/coredns. */
  readonly folder: string;
  /** `address:port` that stands for the servers of /etc/resolv.conf. */
  readonly upstream: string;
  /** `address:port` of the cluster's DNS server, for a cache in front of it. */
  readonly clusterDns?: string;
}

const HOST = '127.0.0.1';

function replace({ start, end }: { start: number; end: number }, text: string): Splice {
  return { start, end, text };
}

function after({ end }: Token, text: string): Splice {
  return { start: end, end, text };
}

/** The arguments of a directive, replaced as a whole. */
function withArguments({ name, args }: Directive, text: string): Splice {
  const last = args.at(-1);
  return last ? replace({ start: args[0].start, end: last.end }, text) : after(name, ` ${text}`);
}

function place(token: Token, { folder, upstream, clusterDns }: LocalPlaces): Splice[] {
  const places: { readonly [text: string]: string | undefined } = {
    '/etc/resolv.conf': upstream, '__PILLAR__UPSTREAM__SERVERS__': upstream, '__PILLAR__CLUSTER__DNS__': clusterDns,
  };
  const local = places[token.text] ?? (token.text.startsWith('/etc/coredns/') ? token.text.replace('/etc/coredns', folder) : undefined);
  return local === undefined ? [] : [replace(token, local)];
}

function directive(each: Directive, places: LocalPlaces): Splice[] {
  const last = each.args.at(-1) ?? each.name;
  switch (each.name.text) {
    case 'bind': return [withArguments(each, HOST)];
    case 'health': return [withArguments(each, `${HOST}:${places.health}`)];
    case 'ready': return [withArguments(each, `${HOST}:${places.ready}`)];
    case 'prometheus': return [withArguments(each, `${HOST}:${places.metrics}`)];
    case 'kubernetes': {
      return [each.block ? after(each.block.open, `\n${places.api}`) : after(last, ` {\n${places.api}\n}`)];
    }
    default: return each.args.flatMap((token) => place(token, places));
  }
}

function block(each: ServerBlock, places: LocalPlaces): Splice[] {
  const keys = places.port === undefined ? [] : each.keys.map(({ text, token }) => replace(token, `${text.replace(/:\d+$/, '')}:${places.port}`));
  const bound = each.directives.some(({ name }) => name.text === 'bind');
  return [
    ...keys,
    ...(bound || !each.open ? [] : [after(each.open, `\nbind ${HOST}`)]),
    ...each.directives.flatMap((inner) => directive(inner, places)),
    ...imports(each.imports, places),
  ];
}

function imports(lines: readonly Import[], places: LocalPlaces): Splice[] {
  return lines.flatMap(({ pattern }) => place(pattern, places));
}

/**
 * The same Corefile on this machine: where it listens, where the API server and the upstream servers are, and the
 * folder of imported files are changed, and nothing that decides how long an answer is kept.
 */
export function localCorefile(text: string, places: LocalPlaces): string {
  const file: Corefile = parse(text);
  return print(file, [...file.blocks.flatMap((each) => block(each, places)), ...imports(file.imports, places)]);
}
