import { wholeSet } from '../../../../oracle/manifests/fields/bases';
import { valueAt } from '../../../../oracle/manifests/fields/field-path';
import { randomOf } from '../../../../oracle/manifests/fields/random';
import { chanceRelations, mutantOf, pairs, placeOf, relationsOf, twins, unions } from '../../../../oracle/manifests/fields/relations';
import { SETTINGS } from '../../../../oracle/manifests/fields/settings';
import { MEMBERS } from '../../../../oracle/manifests/fields/unions';

const POD = ['spec', 'template', 'spec'];
const whole = wholeSet();
const set = whole.find(({ kind }) => kind === 'StatefulSet');

test('every value of a setting is tried by itself and beside every value of every other, and never beside another of its own', () => {
  const made = [...pairs([['pod.a', 1, 2], ['pod.b', 3]])].map(({ kind, changes }) => [kind, ...changes.map(({ value }) => value)]);
  expect(made).toEqual([['setting', 1], ['pair', 1, 3], ['setting', 2], ['pair', 2, 3], ['setting', 3]]);
});

test('a setting stands in the holder that its first word names', () => {
  expect(placeOf('sidecar.ports.0.hostPort')).toEqual([...POD, 'initContainers', 1, 'ports', 0, 'hostPort']);
});

test('an entry comes once more with one field changed, with all but one, and in the lists of other containers', () => {
  const ports = [{ name: 'a', containerPort: 80 }];
  const made = [...twins({ kind: 'StatefulSet', spec: { template: { spec: { containers: [{ ports }] } } } })].filter(({ changes }) => changes[0].place.at(-1) === 'ports');
  expect(made.filter(({ kind }) => kind === 'twin').map(({ changes: [{ value }] }) => (value as any[])[1])).toEqual([
    { name: 'a', containerPort: 80 }, { name: 'ax', containerPort: 80 }, { name: 'a', containerPort: 81 }, { name: 'a', containerPort: 81 }, { name: 'ax', containerPort: 80 },
  ]);
  expect(new Set(made.filter(({ kind }) => kind === 'neighbour').map(({ changes: [{ place }] }) => place.slice(3).join('.')))).toEqual(
    new Set(['containers.1.ports', 'initContainers.0.ports', 'initContainers.1.ports']),
  );
});

test('a union that is there gets each member that it does not have', () => {
  const probe = { kind: 'StatefulSet', spec: { template: { spec: { containers: [{ readinessProbe: { exec: {} } }] } } } };
  const members = [...unions(probe)].filter(({ changes: [{ place }] }) => place.at(-2) === 'readinessProbe').map(({ changes: [{ place }] }) => place.at(-1));
  expect(members).toEqual(['httpGet', 'tcpSocket', 'grpc']);
});

test('every setting and every union stands in the whole set, so that nothing else is the cause of a refusal', () => {
  const holders = Object.values(SETTINGS).flat().map(([field]) => placeOf(field).slice(0, -1));
  const made = new Set([...unions(set)].map(({ changes: [{ place }] }) => place.slice(0, -1).map((key) => typeof key === 'number' ? '[]' : key).join('.').replace(/\.\[\]/g, '[]').replace('initContainers', 'containers')));
  // What only a setting makes: a hook of a sidecar, keys of a term, and the like, have their holder in the set.
  expect(holders.filter((place) => typeof place.at(-1) === 'number' && valueAt(set, place) === undefined)).toEqual([]);
  expect([...MEMBERS.keys()].filter((key) => !made.has(key.replace('StatefulSet.', '')))).toEqual([]);
});

test('chance is the same for the same seed, and another for another', () => {
  const relations = relationsOf(set);
  const first = (seed: number) => Array.from({ length: 20 }, ((made) => () => made.next().value!.what)(chanceRelations([whole], relations, randomOf(seed))));
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test('a relation changes the one StatefulSet of the objects, and says what it is', () => {
  const { what, changed, objects } = mutantOf(whole, { kind: 'setting', changes: [{ place: [...POD, 'hostPID'], value: true }] });
  expect(what).toBe('setting: StatefulSet db spec.template.spec.hostPID = true');
  expect(objects[changed].spec.template.spec.hostPID).toBe(true);
});
