import { afterChange } from './harness';
import { quorumSize } from '../../src/rules/quorum-size';

const members = (replicas: unknown, quorum = true) => afterChange(quorumSize, ({ set }) => {
  set.spec.replicas = replicas;
  if (quorum) set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
});

test('three, five and seven voting members are accepted, and any number that does not vote', () => {
  expect([3, 5, 7].flatMap((n) => members(n))).toEqual([]);
  expect(members(1000, false)).toEqual([]);
  expect(members('x')).toEqual([]);
});

test('fails a thousand voting members with a warning', () => {
  expect(members(1000)).toEqual([expect.objectContaining({ severity: 'warning', message: '1000 members decide by majority: every write waits for 501 of them' })]);
});

test('an even number is an information', () => {
  expect(members(4)).toEqual([expect.objectContaining({
    severity: 'info', message: '4 members tolerate the loss of 1, as 3 do: the last one only adds something that can fail', fix: 'run 3 or 5 members',
  })]);
});
