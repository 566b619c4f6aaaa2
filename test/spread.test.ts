import { db, pod } from './support';
import { Disruption, PodDefaults, Spread, WhenUnsatisfiable } from '../src';

const constraints = (spread?: Spread, more: any = {}) => pod(db({ spread, ...more }).chart).topologySpreadConstraints
  ?.map(({ labelSelector: _, ...constraint }: any) => constraint);
const HOST = { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' };
const ZONE = { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' };

test('pods are spread softly over hosts and zones, unless there is one, or nothing is defaulted', () => {
  expect(constraints()).toEqual([HOST, ZONE]);
  expect(constraints(Spread.soft())).toEqual([HOST, ZONE]);
  expect(constraints(undefined, { replicas: 1, disruption: Disruption.allowOutage('a test') })).toBeUndefined();
  expect(constraints(undefined, { podDefaults: PodDefaults.none() })).toBeUndefined();
  expect(constraints(undefined, { replicas: undefined, autoscale: { min: 1, max: 3 }, disruption: Disruption.allowOutage('a test') })).toEqual([HOST, ZONE]);
});

test('a host each is hard, and zones stay soft', () => {
  expect(constraints(Spread.perHost())).toEqual([{ ...HOST, whenUnsatisfiable: 'DoNotSchedule' }, ZONE]);
});

test('constraints of one\'s own take the place of the default', () => {
  expect(constraints(Spread.of({ topologyKey: 'rack', maxSkew: 2, whenUnsatisfiable: WhenUnsatisfiable.DO_NOT_SCHEDULE, minDomains: 3 })))
    .toEqual([{ maxSkew: 2, minDomains: 3, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' }]);
  expect(constraints(Spread.none())).toBeUndefined();
});

test('a constraint counts the pods of this set, whatever its selector is', () => {
  const { chart } = db({ selector: { app: 'x' } });
  expect(pod(chart).topologySpreadConstraints.map((c: any) => c.labelSelector)).toEqual([{ matchLabels: { app: 'x' } }, { matchLabels: { app: 'x' } }]);
});
