import { afterChange, findings, sound } from './harness';
import { envNameValid } from '../../src/rules/env-name-valid';

const named = (name: unknown, minor?: number) => afterChange(envNameValid, ({ container }) => { container.env = [{ name: 'POD_NAME' }, { name, value: 'x' }]; }, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(envNameValid, sound().objects, minor))).toEqual([]);
});

test.each(['1ST', 'a b', 'a$'])('fails %s before 1.32, which the pod refuses, and not from then on', (name) => {
  expect(named(name, 31)).toMatchObject([{ path: 'spec.template.spec.containers[0].env[1].name', acknowledgeable: true }]);
  expect(named(name, 32)).toEqual([]);
});

test.each(['A=B', '', undefined, 'naïve', 5])('fails %p in every version, from 1.34 on at the apply', (name) => {
  expect(named(name)).toMatchObject([{ acknowledgeable: true }]);
  expect(named(name, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('dots and hyphens are accepted, and two variables of one name', () => {
  for (const name of ['discovery.type', 'a-b', '_x', 'POD_NAME']) expect(named(name)).toEqual([]);
  expect(named('..a')).toHaveLength(1);
});
