import { afterChange, findings, sound } from './harness';
import { spreadValid } from '../../src/rules/spread-valid';

const HOST = { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' };
const spread = (...constraints: any[]) => afterChange(spreadValid, ({ pod }) => {
  pod.topologySpreadConstraints = constraints.map((c) => ({ ...HOST, ...c }));
}).map(({ path, message }) => [path.replace('spec.template.spec.topologySpreadConstraints', ''), message]);

test('the sound set passes, and so do one key in two ways and minDomains that must hold', () => {
  expect(findings(spreadValid, sound().objects)).toEqual([]);
  expect(spread({}, { whenUnsatisfiable: 'DoNotSchedule', minDomains: 2 }, { topologyKey: 'zone', nodeTaintsPolicy: 'Honor' })).toEqual([]);
});

test.each([
  [{ topologyKey: '' }, '[0].topologyKey', 'topologyKey is empty; the pod cannot be created'],
  [{ maxSkew: 0 }, '[0].maxSkew', 'maxSkew is 0, no whole number from 1 on; the pod cannot be created'],
  [{ maxSkew: undefined }, '[0].maxSkew', 'maxSkew is nothing, no whole number from 1 on; the pod cannot be created'],
  [{ maxSkew: 1.5 }, '[0].maxSkew', 'maxSkew is 1.5, no whole number from 1 on; the pod cannot be created'],
  [{ whenUnsatisfiable: 'Maybe' }, '[0].whenUnsatisfiable', 'whenUnsatisfiable is "Maybe"; the pod cannot be created'],
  [{ minDomains: 2 }, '[0].minDomains', 'minDomains stands beside whenUnsatisfiable "ScheduleAnyway"; the pod cannot be created'],
  [{ minDomains: 0, whenUnsatisfiable: 'DoNotSchedule' }, '[0].minDomains', 'minDomains is 0, no whole number from 1 on; the pod cannot be created'],
  [{ nodeAffinityPolicy: 'honor' }, '[0].nodeAffinityPolicy', 'nodeAffinityPolicy is "honor"; the pod cannot be created'],
])('fails %j', (constraint, path, message) => {
  expect(spread(constraint)).toEqual([[path, message]]);
});

test('fails a second constraint with the same key and whenUnsatisfiable, at the second', () => {
  expect(spread({}, { maxSkew: 2 })).toEqual([['[1]',
    'a constraint with topologyKey "kubernetes.io/hostname" and whenUnsatisfiable "ScheduleAnyway" is listed before; the pod cannot be created']]);
});

test('the API server rejects the set itself from 1.34 on', () => {
  const rejected = (minor: number) => !afterChange(spreadValid, ({ pod }) => { pod.topologySpreadConstraints[0].maxSkew = 0; }, minor)[0].acknowledgeable;
  expect([28, 34].map(rejected)).toEqual([false, true]);
});

test('fails matchLabelKeys without a labelSelector, and keys that the labelSelector has as well', () => {
  const keys = (constraint: any, minor: number) => afterChange(spreadValid, ({ pod }) => {
    pod.topologySpreadConstraints = [{ ...HOST, ...constraint }];
  }, minor);
  expect(keys({ matchLabelKeys: ['app'] }, 36)).toMatchObject([{ path: 'spec.template.spec.topologySpreadConstraints[0].matchLabelKeys', acknowledgeable: false }]);
  expect(keys({ matchLabelKeys: ['app'], labelSelector: { matchLabels: { app: 'web' } } }, 36)).toMatchObject([{ acknowledgeable: true }]);
  expect(keys({ matchLabelKeys: ['app'], labelSelector: {} }, 36)).toEqual([]);
});
