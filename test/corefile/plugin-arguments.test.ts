import { OPTION_OWNERS, PLUGIN_SHAPES } from '../../src/corefile/plugin-arguments';

const accepts = (plugin: string, option: string, ...args: string[]) => PLUGIN_SHAPES.get(plugin)!.options![option].accepts(args);

test('the ttl of kubernetes is a whole number from 0 to 3600', () => {
  expect(['0', '3600', '3601', '-1', '5s', '1.5'].map((ttl) => accepts('kubernetes', 'ttl', ttl))).toEqual([true, true, false, false, false, false]);
});

test('addresses have a port', () => {
  const { accepts: taken } = PLUGIN_SHAPES.get('health')!.args!;
  expect([[], [':8080'], ['[::1]:8080'], ['localhost:'], ['8080'], ['a:b:1'], ['[::1]'], [':1', ':2']].map(taken)).toEqual([true, true, true, true, false, false, false, false]);
});

test('the interval of reload is at least 2s, its jitter none or at least 1s', () => {
  const { accepts: taken } = PLUGIN_SHAPES.get('reload')!.args!;
  expect([[], ['2s'], ['1m', '0s'], ['1m', '1s'], ['1999ms'], ['0'], ['30'], ['1m', '1ms'], ['1m', '-1s'], ['1m', '1s', '1s']].map(taken))
    .toEqual([true, true, true, true, false, false, false, false, false, false]);
});

test('an option that may be the name of a plugin has no owner', () => {
  expect(['denial', 'pods', 'lameduck', 'max_concurrent', 'tls', 'policy', 'cache'].map((option) => OPTION_OWNERS.get(option)))
    .toEqual(['cache', 'kubernetes', 'health', 'forward', undefined, undefined, undefined]);
});
