import { withoutConsequences } from '../../src/private/consequences';
import { Finding } from '../../src/rules/finding';
import { chart, db } from '../support';

const finding = (ruleId: string, more: Partial<Finding> = {}): Finding => ({
  ruleId, severity: 'error', message: '', fix: '', apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'prod', name: 'db', path: 'spec.replicas', acknowledgeable: false, ...more,
});
const errors = (id: string, props: object = {}) => db(props, chart(), id).workload.findings.filter((f) => f.severity === 'error').map((f) => f.ruleId);

test.each(['d'.repeat(64), 'Data_Base', 'data.base'])('fails the name %s once: Service, reference and labels are called like the set', (name) => {
  expect(errors(name)).toEqual(['sts-name-dns-label']);
});

test('fails another name beside it that is wrong by itself', () => {
  expect(errors('Data_Base', { headlessService: { name: 'Other_Name' } })).toEqual(['sts-name-dns-label', 'service-name-dns1035']);
});

test('a number that cannot be read is said once for its field', () => {
  const [unreadable, negative, single] = [finding('integer-fields'), finding('ordinals-nonnegative'), finding('pdb-single-replica', { kind: 'PodDisruptionBudget', path: 'spec.maxUnavailable' })];
  expect(withoutConsequences([negative, unreadable, single])).toEqual([unreadable]);
  expect(withoutConsequences([finding('ordinals-nonnegative', { path: 'spec.ordinals.start' }), unreadable])).toHaveLength(2);
});

test('findings without a cause among them stay, in their order', () => {
  const list = [finding('pdb-single-replica'), finding('peer-list-ordinals'), finding('service-name-label')];
  expect(withoutConsequences(list)).toEqual(list);
});
