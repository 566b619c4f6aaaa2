import { Duration } from 'cdk8s';
import { Members, StatefulWorkloadProps, UpdatePolicy } from '../../src';
import { db, set } from '../support';

const found = (props: StatefulWorkloadProps) => db(props).workload.findings.filter((f) => f.severity !== 'info')
  .map(({ severity, ruleId, path, message, fix }) => [severity, ruleId, path, message, fix]);

const rolling = (fromOrdinal: number) => ({ updatePolicy: UpdatePolicy.rolling({ fromOrdinal }) });

test('fails an ordinal below the first one in the words of the declaration', () => {
  expect(found({ ordinalsStart: 5, ...rolling(2) })).toEqual([[
    'error', 'update-strategy-valid', 'updatePolicy.fromOrdinal',
    'fromOrdinal is 2 and the lowest ordinal is 5: as partition it would be -3, and the API server refuses the set',
    'write an ordinal from 5 to 7, or leave it out to update every pod',
  ]]);
});

test.each([[{}, 7, 0, 2], [{ ordinalsStart: 10 }, 22, 10, 12]])('an ordinal above the last one of %j is warned about once, in the same words', (props, from, first, last) => {
  expect(found({ ...props, ...rolling(from) })).toEqual([[
    'warning', 'partition-below-replicas', 'updatePolicy.fromOrdinal',
    `fromOrdinal is ${from} and the highest ordinal is ${last}: no pod is ever updated, and a deleted pod comes back on the old revision`,
    `write an ordinal from ${first} to ${last}, or acknowledge that updates are held back`,
  ]]);
});

test('updates that are held back on purpose are acknowledged, and every ordinal up to the maximum of an autoscaler fits', () => {
  expect(found({ ...rolling(7), acknowledge: { 'partition-below-replicas': 'frozen' } })).toEqual([]);
  expect(found({ ordinalsStart: 5, ...rolling(7) })).toEqual([]);
  expect(found({ replicas: undefined, autoscale: { min: 2, max: 4 }, ...rolling(3), acknowledge: { 'autoscaler-missing': 'x' } })).toEqual([]);
});

test.each([[1.5, 2.5], [1, 2.5], [0, 3], [NaN, 3], [4, 3], [1, Infinity]])('fails the range %d to %d once: only whole numbers can be held', (min, max) => {
  expect(found({ replicas: undefined, autoscale: { min, max } })).toEqual([[
    'error', 'replicas-or-autoscale', 'autoscale',
    `{ min: ${min}, max: ${max} } is no range of whole numbers: no autoscaler can hold it`, 'write min from 1 on, and max from min on',
  ]]);
});

test.each([-1, 2.5, NaN])('fails %d replicas once, whatever else is derived from them', (replicas) => {
  const { workload } = db({ replicas, members: Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 }) });
  workload.peers('{name}');
  expect(workload.findings.filter((f) => f.severity !== 'info').map((f) => [f.ruleId, f.path])).toEqual([
    [replicas === -1 ? 'ordinals-nonnegative' : 'integer-fields', 'spec.replicas'],
  ]);
});

test('fails durations that are no whole seconds by prop and value, and renders the next ones', () => {
  expect(found({ minReady: Duration.millis(1500), terminationGracePeriod: Duration.millis(500) })).toEqual([
    ['error', 'declaration', 'minReady', '1.5 seconds: minReadySeconds counts whole seconds, and the API server cannot read anything else', 'write Duration.seconds(2)'],
    ['error', 'declaration', 'terminationGracePeriod', '0.5 seconds: terminationGracePeriodSeconds counts whole seconds, and the API server cannot read anything else', 'write Duration.seconds(1)'],
  ]);
  const { spec } = set(db({ minReady: Duration.minutes(1), terminationGracePeriod: Duration.millis(2000) }).chart);
  expect([spec.minReadySeconds, spec.template.spec.terminationGracePeriodSeconds]).toEqual([60, 2]);
});
