import { alike, isOrdinary } from '../../src/rules/shape';

const target = { minor: 28, clusterDomain: 'cluster.local' };
const shape = (name: string, object: any) => ({ set: { name, pod: {} }, objects: [object] });
const same = (make: (name: string) => any, other = make) => alike(shape('web', make('web')), shape('db', other('db')));

test('a name is ordinary where it is far from every limit', () => {
  const ordinary = (name: string, pod: any = {}, clusterDomain = 'cluster.local') => isOrdinary({ set: { name, pod }, objects: [] }, { ...target, clusterDomain });
  expect([ordinary('web'), ordinary('a'.repeat(40)), ordinary('a'.repeat(41)), ordinary('0web'), ordinary('web', { setHostnameAsFQDN: true }), ordinary('web', {}, 'd'.repeat(61))])
    .toEqual([true, true, false, false, false, false]);
});

test('two families are alike where names, labels and host names differ by the name of the set alone', () => {
  expect(same((name) => ({ metadata: { name, labels: { app: name } }, spec: { serviceName: name, selector: { matchLabels: { app: name } } } }))).toBe(true);
  expect(same((name) => ({ metadata: { name: `${name}-client` } }))).toBe(true);
  expect(same((name) => ({ args: [`--peers=${name}-0.${name}.prod,${name}-1.${name}.prod`] }))).toBe(true);
});

test('a name in any other place, or another value, makes them different', () => {
  expect(same((name) => ({ image: `${name}:1` }))).toBe(false);
  expect(same((name) => ({ args: [`--dir=/data/${name}`] }))).toBe(false);
  expect(same(() => ({ spec: { replicas: 3 } }), () => ({ spec: { replicas: 4 } }))).toBe(false);
  expect(same(() => ({ a: 1 }), () => ({ a: 1, b: 2 }))).toBe(false);
  expect(same(() => ({ a: [1] }), () => ({ a: { 0: 1 } }))).toBe(false);
});
