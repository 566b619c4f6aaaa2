import { coveredBy, covers, hasVariable, keyZone, zoneOf } from '../../src/corefile/zone';

test.each([['.:53', ''], ['.', ''], ['dns://CLUSTER.local.:5353', 'cluster.local'], ['tls://a.test', 'a.test'], ['a.test', 'a.test'], ['__PILLAR__:53', '__pillar__']])(
  'the key %s serves the zone "%s"', (key, zone) => expect(keyZone(key)).toBe(zone));

test('a zone holds itself and the names below it, whatever the case and the last dot', () => {
  const holds = (zone: string, name: string) => covers(zoneOf(zone), zoneOf(name));
  expect([holds('.', 'a.test'), holds('Test.', 'a.TEST'), holds('a.test', 'a.test.'), holds('a.test', 'ba.test'), holds('a.test', 'test')])
    .toEqual([true, true, true, false, false]);
});

test('a variable needs a name', () => {
  expect(['{$X}', 'a{%X%}b', '{$}', '{%%}', '{env.X}', '{}'].map(hasVariable)).toEqual([true, true, false, false, false, false]);
});

test('a name is looked up among many zones by its parents', () => {
  const held = (zones: string[], name: string) => coveredBy(new Set(zones), name);
  expect([held(['a.test'], 'x.a.test'), held(['a.test'], 'a.test'), held([''], 'a.test'), held(['test'], 'a.test')]).toEqual([true, true, true, true]);
  expect([held(['a.test'], 'ba.test'), held(['a.test'], 'test'), held([], 'a.test'), held(['x.a.test'], 'a.test')]).toEqual([false, false, false, false]);
});
