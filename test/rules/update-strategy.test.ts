import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { isMaxUnavailable, ordered, partition, rolls, takenDown, takesQuorum } from '../../src/rules/update-strategy';

function of(spec: any, quorum = false) {
  const s = sound();
  Object.assign(s.set.spec, spec);
  if (quorum) s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
  return new ObjectSet(s.objects).sets[0];
}
const rolling = (rollingUpdate: any) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });

test('an update rolls and pods start in order where nothing else is said', () => {
  expect([rolls(of({ updateStrategy: undefined })), rolls(of({ updateStrategy: { type: 'OnDelete' } }))]).toEqual([true, false]);
  expect([ordered(of({ podManagementPolicy: undefined })), ordered(of({ podManagementPolicy: 'Parallel' }))]).toEqual([true, false]);
});

test('a partition counts for an update that rolls', () => {
  expect([partition(of(rolling({ partition: 2 }))), partition(of(rolling({ partition: '2' }))), partition(of({ updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 2 } } }))])
    .toEqual([2, 0, 0]);
});

test('a percentage rounds down, to one at least', () => {
  const taken = (maxUnavailable: any) => takenDown(of({ replicas: 5, ...rolling({ maxUnavailable }) }));
  expect([taken(undefined), taken(2), taken('50%'), taken('1%'), taken('x')]).toEqual([1, 2, 2, 1, 1]);
});

test('a quorum is taken where the field is in force and more go than it tolerates', () => {
  const taken = (maxUnavailable: any, minor: number, quorum = true) => takesQuorum(of({ replicas: 3, ...rolling({ maxUnavailable }) }, quorum), minor);
  expect([taken(2, 35), taken(2, 34), taken(1, 35), taken(2, 35, false)]).toEqual([true, false, false, false]);
});

test('what a server that knows the field takes is a number from 1 on, or 1% to 100%', () => {
  expect([1, 5, '1%', '100%', 0, -1, '0%', '101%', '5', 1.5, null].map(isMaxUnavailable)).toEqual([true, true, true, true, false, false, false, false, false, false, false]);
});
