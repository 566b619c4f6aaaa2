import { cachePatch, CacheRequest } from '../../src/corefile/cache-patch';
import { parse } from '../../src/corefile/parse';
import { print } from '../../src/corefile/print';

function patched(cache: string, request: Partial<CacheRequest>) {
  const file = parse(`. {\n${cache}\n}\n`);
  const patch = cachePatch(file, file.blocks[0].directives[0], { zones: ['cluster.local'], disable: [], ...request });
  return { text: print(file, patch.splices).split('\n').slice(1, -2).join('\n'), lines: [...patch.lines] };
}

test('a cache without options gets them on lines of their own, and tells which line it changed', () => {
  expect(patched('    cache 30', { disable: ['success', 'denial'] })).toEqual({
    text: '    cache 30 {\n        disable success cluster.local\n        disable denial cluster.local\n    }', lines: [2],
  });
});

test('options that are there stay as they are, new ones follow in the same indentation', () => {
  expect(patched('  cache {\n   success 5\n  }', { disable: ['denial'] })).toEqual({ text: '  cache {\n   success 5\n   disable denial cluster.local\n  }', lines: [] });
});

test('a line of the kind is made longer, by the zones that it has not', () => {
  expect(patched('  cache {\n    disable denial a.example\n  }', { zones: ['a.example', 'b.a.example', 'c.example'], disable: ['denial'] }).text)
    .toBe('  cache {\n    disable denial a.example c.example\n  }');
});

test('lines of disable are taken out whole, but not the comments on them', () => {
  const request = { withoutDisable: true, denial: { capacity: 9984, ttl: 1 } };
  expect(patched('  cache 30 {\n    disable success a.example\n    prefetch 2\n    disable denial b.example # why\n    disable denial c.example\n  }', request)).toEqual({
    text: '  cache 30 {\n    prefetch 2\n    # why\n    denial 9984 1\n  }', lines: [3, 5, 6],
  });
  expect(patched('  cache { disable denial # x\n    disable success\n  }', request).text).toBe('  cache { # x\n    denial 9984 1\n  }');
  expect(patched('  cache 1 { disable denial\n  }', request).text).toBe('  cache 1 {\n  }');
  expect(patched('  cache 1 {\r\n    disable denial\r\n  }', request).text).toBe('  cache 1 {\r\n  }');
});

test('what is as requested is not changed', () => {
  expect(patched('  cache {\n    disable denial\n  }', { disable: ['denial'] })).toEqual({ text: '  cache {\n    disable denial\n  }', lines: [] });
  expect(patched('  cache 30 {\n    denial 9984 5\n  }', { denial: { capacity: 1, ttl: 5 } }).lines).toEqual([]);
});

test('a longer time of denials is shortened where it stands, or said where it does not', () => {
  const denial = { capacity: 9984, ttl: 5 };
  expect(patched('  cache 30 {\n    denial 100 30 1\n  }', { denial }).text).toBe('  cache 30 {\n    denial 100 5 1\n  }');
  expect(patched('  cache 30 {\n    denial 100\n  }', { denial }).text).toBe('  cache 30 {\n    denial 100 5\n  }');
  expect(patched('  cache 30', { denial }).text).toBe('  cache 30 {\n    denial 9984 5\n  }');
});

test('braces on one line are opened for new options', () => {
  expect(patched('  cache { }', { disable: ['denial'] }).text).toBe('  cache {\n    disable denial cluster.local\n  }');
});
