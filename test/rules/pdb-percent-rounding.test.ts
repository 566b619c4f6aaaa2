import { afterChange, findings, sound } from './harness';
import { pdbPercentRounding } from '../../src/rules/pdb-percent-rounding';

test('the sound set passes', () => {
  expect(findings(pdbPercentRounding, sound().objects)).toEqual([]);
});

const budget = (given: any, replicas: any = 3, members = 'independent') => afterChange(pdbPercentRounding, (s) => {
  delete s.budget.spec.maxUnavailable;
  Object.assign(s.budget.spec, given);
  s.set.spec.replicas = replicas;
  s.set.metadata.annotations = { 'cdk8s-stateful.dev/members': members };
});

test('fails a percentage with what it rounds to', () => {
  const [finding, ...others] = budget({ minAvailable: '50%' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', kind: 'PodDisruptionBudget', path: 'spec.minAvailable', acknowledgeable: true });
  expect(finding.message).toBe('minAvailable is "50%": percentages round up, so of 3 pods 2 must stay and 1 may be evicted; '
    + 'another number of replicas rounds another way');
  expect(finding.fix).toBe('write minAvailable: 2 or maxUnavailable: 1');
});

test('fails a percentage of maxUnavailable, which rounds up too', () => {
  expect(budget({ maxUnavailable: '34%' })[0].message).toContain('of 3 pods 1 must stay and 2 may be evicted');
});

test('integers pass', () => {
  expect(budget({ minAvailable: 2 })).toEqual([]);
});

test('a percentage that comes to all, to nothing or below a quorum is left to the rule that says so', () => {
  for (const given of [{ minAvailable: '100%' }, { minAvailable: '0%' }, { maxUnavailable: '100%' }, { minAvailable: '101%' }]) expect(budget(given)).toEqual([]);
  expect(budget({ maxUnavailable: '34%' }, 3, 'quorum')).toEqual([]);
  expect(budget({ maxUnavailable: '50%' }, 1)).toEqual([]);
});

test('a percentage on pods of a Deployment passes', () => {
  expect(afterChange(pdbPercentRounding, (s) => {
    s.budget.spec = { maxUnavailable: '25%', selector: { matchLabels: { app: 'api' } } };
    s.objects.push({ kind: 'Deployment', metadata: { namespace: 'prod' }, spec: { template: { metadata: { labels: { app: 'api' } } } } });
  })).toEqual([]);
});
