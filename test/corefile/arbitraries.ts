import * as fc from 'fast-check';

const words = ['.', '.:53', 'a.test,', '{', '}', '{', '}', 'import', '(a)', 'a', 'cache', '30', '"{"', '""', '"x y"', '"x\\"y"', '"a\nb"', '#', '#c', '30#x',
  '{#', '"q', 'x"y"', 'custom/*.server', '*/*', '{}', ',', '\\', '\ufeff', 'disable', 'denial', '{$X}', 'é', '😀'];
const gaps = [' ', '\n', '\n    ', '\t', '\r\n', '\r', '\u00a0', '\u0085', '\u2028', '', ' # c { x\n', '\n\n'];

/** Any words and gaps of the grammar, in any order. */
export const soup: fc.Arbitrary<string> = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...gaps)), { maxLength: 40 })
  .map((pairs) => pairs.flat().join(''));

const zone = fc.constantFrom('cluster.local', 'CLUSTER.local.', 'svc.cluster.local', 'db.prod.svc.cluster.local', 'a.test', '.');
const option = fc.oneof(
  fc.tuple(fc.constantFrom('disable denial', 'disable success'), fc.array(zone, { maxLength: 3 })).map(([kind, zones]) => [kind, ...zones].join(' ')),
  fc.constantFrom('denial 9984 5', 'denial 9984', 'denial 9984 30 0', 'success 9984 30', 'keepttl', 'prefetch 10 1m 10%', 'serve_stale'),
);
const comment = fc.constantFrom('', '', ' # disable denial {', '  #');

interface Style {
  readonly eol: string;
  readonly indent: string;
}

function lines(style: Style, depth: number, texts: readonly string[]): string {
  return texts.map((text) => style.indent.repeat(depth) + text + style.eol).join('');
}

const cacheArguments = fc.constantFrom('', ' 30', ' 3600', ' 30 cluster.local', ' a.test', ' "30"');

const cache = (style: Style): fc.Arbitrary<string> => fc.oneof(
  fc.tuple(cacheArguments, comment).map(([args, end]) => lines(style, 1, [`cache${args}${end}`])),
  fc.tuple(cacheArguments, comment).map(([args, end]) => lines(style, 1, [`cache${args} { }${end}`])),
  fc.tuple(cacheArguments, comment, fc.array(fc.tuple(option, comment).map((pair) => pair.join('')), { maxLength: 4 }), fc.boolean())
    .map(([args, end, options, first]) => {
      const onBrace = first && options.length > 0 ? ` ${options[0]}` : end;
      return lines(style, 1, [`cache${args} {${onBrace}`]) + lines(style, 2, onBrace === end ? options : options.slice(1)) + lines(style, 1, ['}']);
    }),
);

const other = (style: Style): fc.Arbitrary<string> => fc.oneof(
  fc.constantFrom('errors', 'loop # x', 'import custom/*.override', 'forward . /etc/resolv.conf', '# cache 30 {', 'log "a\nb"').map((text) => lines(style, 1, [text])),
  fc.constantFrom('ttl 30', 'ttl 0', 'fallthrough').map((text) => lines(style, 1, ['kubernetes cluster.local {']) + lines(style, 2, [text]) + lines(style, 1, ['}'])),
);

const keys = fc.constantFrom('.:53', '.', 'cluster.local:53', 'dns://svc.cluster.local., a.test', 'db.prod.svc.cluster.local');

/** Corefiles of sound shape: server blocks with and without cache, in every style of writing. */
export const corefiles: fc.Arbitrary<string> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom('  ', '   ', '    ', '\t'),
}).chain((style) => {
  const block = fc.tuple(keys, fc.array(other(style), { maxLength: 3 }), fc.option(cache(style)), fc.array(other(style), { maxLength: 3 }))
    .map(([key, before, middle, after]) => `${key} {${style.eol}${before.join('')}${middle ?? ''}${after.join('')}}${style.eol}`);
  return fc.tuple(fc.array(block, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([blocks, end]) => (end ? blocks.join('') : blocks.join('').replace(/\r?\n$/, '')));
});

export const requests = fc.record({
  zones: fc.uniqueArray(fc.constantFrom('cluster.local', 'prod.svc.cluster.local', 'db.prod.svc.cluster.local', 'Cache.prod.svc.cluster.local'), { minLength: 1 }),
  disable: fc.constantFrom<('success' | 'denial')[]>([], ['denial'], ['success', 'denial']),
}).chain((request) => fc.option(fc.record({ capacity: fc.constant(9984), ttl: fc.integer({ min: 1, max: 60 }) }), { nil: undefined })
  .map((denial) => ({ ...request, ...(denial && { denial }) })));
