import { afterChange, findings, sound } from './harness';
import { priorityFromClass } from '../../src/rules/priority-from-class';
import { judge } from '../../src/rules/run';

const POD = 'spec.template.spec';
const priorityClass = (fields: any) => ({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, ...fields });
const of = (pod: any, ...more: any[]) => afterChange(priorityFromClass, (s) => {
  Object.assign(s.pod, pod);
  s.objects.push(...more);
}, 36).map(({ path }) => path);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(priorityFromClass, sound().objects, minor))).toEqual([]);
});

test('fails a priority and a policy that a pod without a class does not have', () => {
  expect(of({ priority: 1000 })).toEqual([`${POD}.priority`]);
  expect(of({ preemptionPolicy: 'Never' })).toEqual([`${POD}.preemptionPolicy`]);
  expect(of({ priority: 0, preemptionPolicy: 'PreemptLowerPriority' })).toEqual([]);
  expect(afterChange(priorityFromClass, ({ pod }) => { pod.priority = 1; }, 36)).toMatchObject([{ acknowledgeable: true }]);
});

test('fails what differs from the class, of the system or of the rendering', () => {
  expect(of({ priorityClassName: 'system-node-critical', priority: 1 })).toEqual([`${POD}.priority`]);
  expect(of({ priorityClassName: 'system-node-critical', priority: 2000001000 })).toEqual([]);
  expect(of({ priorityClassName: 'high', priority: 5, preemptionPolicy: 'Never' }, priorityClass({ value: 7, preemptionPolicy: 'Never' }))).toEqual([`${POD}.priority`]);
  expect(of({ priority: 7 }, priorityClass({ value: 7, globalDefault: true }))).toEqual([]);
});

test('a class of the cluster may have any number', () => {
  expect(of({ priorityClassName: 'high', priority: 5 })).toEqual([]);
});

test('without a class it is sure only where every object is known: a class of the cluster may be the default', () => {
  const severities = (closedWorld: boolean, pod: any, ...more: any[]) => {
    const { objects, pod: own } = sound();
    Object.assign(own, pod);
    return judge([...objects, ...more], [priorityFromClass], { minor: 36, clusterDomain: 'cluster.local', closedWorld }).map(({ finding: { severity } }) => severity);
  };
  expect([severities(false, { priority: 1000 }), severities(true, { priority: 1000 })]).toEqual([['warning'], ['error']]);
  expect(severities(false, { preemptionPolicy: 'Never' })).toEqual(['warning']);
  expect(severities(false, { priority: 1000 }, priorityClass({ value: 7, globalDefault: true }))).toEqual(['error']);
  expect(severities(false, { priority: 1000, priorityClassName: 'high' }, priorityClass({ value: 7 }))).toEqual(['error']);
});
