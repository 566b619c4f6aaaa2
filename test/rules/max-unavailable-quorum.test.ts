import { afterChange, findings, sound } from './harness';
import { maxUnavailableQuorum } from '../../src/rules/max-unavailable-quorum';

test('the sound set passes', () => {
  expect(findings(maxUnavailableQuorum, sound().objects)).toEqual([]);
});

const quorum = (maxUnavailable: any, replicas = 3, minor = 36, members = 'quorum') => afterChange(maxUnavailableQuorum, ({ set }) => {
  set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
  set.spec.replicas = replicas;
  set.spec.updateStrategy.rollingUpdate = { maxUnavailable };
}, minor);

test('fails a rolling update that takes two of three members of a quorum', () => {
  const [finding, ...others] = quorum(2);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.updateStrategy.rollingUpdate.maxUnavailable', acknowledgeable: true });
  expect(finding.message).toContain('maxUnavailable is 2, that is 2 of 3 members at once');
  expect(finding.message).toContain('the quorum needs 2');
});

test('fails a percentage by what it rounds down to', () => {
  expect(quorum('66%', 3)).toEqual([]);
  expect(quorum('67%', 3)).toHaveLength(1);
  expect(quorum('59%', 5)).toEqual([]);
  expect(quorum('60%', 5)).toHaveLength(1);
});

test('one pod at a time, two of five, junk, an older Kubernetes and a set without a quorum pass', () => {
  for (const value of [1, '1%', '33%', 'x', [], null]) expect(quorum(value)).toEqual([]);
  expect(quorum(2, 5)).toEqual([]);
  expect(quorum(1, 2)).toEqual([]);
  expect(quorum(2, 3, 34)).toEqual([]);
  expect(quorum(2, 3, 36, 'independent')).toEqual([]);
});
