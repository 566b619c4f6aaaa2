import { db, ruleIds, set } from './support';
import { UpdatePolicy } from '../src';

const strategy = (updatePolicy?: UpdatePolicy, more: any = {}) => set(db({ updatePolicy, ...more }).chart).spec.updateStrategy;

test('an update rolls over all pods, unless something else is said', () => {
  expect(strategy()).toEqual({ type: 'RollingUpdate' });
  expect(strategy(UpdatePolicy.rolling())).toEqual({ type: 'RollingUpdate' });
});

test('the ordinal from which pods are updated becomes the offset that the API counts', () => {
  expect(strategy(UpdatePolicy.rolling({ fromOrdinal: 2 }))).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 2 } });
  expect(strategy(UpdatePolicy.rolling({ fromOrdinal: 6 }), { ordinalsStart: 5 })).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 1 } });
  expect(strategy(UpdatePolicy.rolling({ fromOrdinal: 0 }))).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } });
});

test('fails an ordinal from which no pod would ever be updated, or one before the first', () => {
  expect(ruleIds(db({ updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 3 }) }).workload, 'warning')).toEqual(['partition-below-replicas']);
  expect(ruleIds(db({ ordinalsStart: 5, updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 4 }) }).workload)).toEqual(['update-strategy-valid']);
});

test('several at once are written as said, for the versions that know the field', () => {
  const props = { updatePolicy: UpdatePolicy.rolling({ maxUnavailable: 2 }), kubernetesVersion: '1.37' };
  expect(strategy(props.updatePolicy, props)).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } });
  expect(ruleIds(db(props).workload, 'warning')).toEqual([]);
});

test('a pod that is updated by hand has no parameters', () => {
  expect(strategy(UpdatePolicy.onDelete())).toEqual({ type: 'OnDelete' });
});
