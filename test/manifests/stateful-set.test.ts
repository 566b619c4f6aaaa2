import { statefulSetSpec } from '../../src/manifests/stateful-set';

const model = { replicas: 3, start: 0, serviceName: 's', podManagementPolicy: 'OrderedReady', update: {}, selector: {}, template: {}, claims: [] };

test('what is immutable or has a surprising default is always written', () => {
  expect(statefulSetSpec(model)).toEqual({
    replicas: 3, serviceName: 's', podManagementPolicy: 'OrderedReady', updateStrategy: { type: 'RollingUpdate' }, selector: {}, template: {},
  });
});

test('updating from an ordinal on is the offset from the start', () => {
  expect(statefulSetSpec({ ...model, start: 5, update: { fromOrdinal: 7 } }).updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 2 } });
  expect(statefulSetSpec({ ...model, update: { maxUnavailable: 2 } }).updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } });
});

test('an autoscaler\'s set has no replicas', () => {
  expect('replicas' in statefulSetSpec({ ...model, replicas: undefined })).toBe(false);
});
