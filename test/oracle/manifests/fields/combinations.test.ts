import { combinations } from '../../../../oracle/manifests/fields/combinations';
import { randomOf } from '../../../../oracle/manifests/fields/random';

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { ports: [{ port: 1 }] } };
const other = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } };

const made = (seed: number) => Array.from({ length: 200 }, ((all) => () => all.next().value!)(combinations([other, service], randomOf(seed))));

test('two to four fields are changed, of kinds whose fields depend on each other', () => {
  const all = made(1);
  expect(all.every(({ changed, fields, objects }) => changed === 1 && fields.length >= 2 && fields.length <= 4 && objects[0] === other)).toBe(true);
  expect(new Set(all.flatMap(({ fields }) => fields)).size).toBeGreaterThan(10);
});

test('what is in a field is changed after the field', () => {
  const both = made(2).filter(({ fields }) => fields.includes('Service.spec.ports') && fields.includes('Service.spec.ports[].port'));
  expect(both.length).toBeGreaterThan(0);
  expect(both.every(({ fields }) => fields.indexOf('Service.spec.ports') < fields.indexOf('Service.spec.ports[].port'))).toBe(true);
});

test('chance is the same for the same seed', () => {
  expect(made(3).map(({ what }) => what)).toEqual(made(3).map(({ what }) => what));
});
