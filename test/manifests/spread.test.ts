import { spreadConstraints } from '../../src/manifests/spread';

test('each constraint carries the selector of the set, and minDomains only where it was said', () => {
  const selector = { matchLabels: { app: 'web' } };
  expect(spreadConstraints([
    { topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' },
    { topologyKey: 'host', maxSkew: 2, whenUnsatisfiable: 'DoNotSchedule', minDomains: 3 },
  ], selector)).toEqual([
    { labelSelector: selector, maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' },
    { labelSelector: selector, maxSkew: 2, minDomains: 3, topologyKey: 'host', whenUnsatisfiable: 'DoNotSchedule' },
  ]);
  expect(spreadConstraints([], selector)).toEqual([]);
});
