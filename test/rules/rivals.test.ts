import { isApart, isHook, isParked, isRival, title } from '../../src/rules/rivals';

const workload = (object: any) => ({ object, namespace: '', labels: {}, bare: false });

test('a workload stands for itself unless another object owns it', () => {
  const owned = (ownerReferences?: any[]) => isRival(workload({ metadata: { ownerReferences } }));
  expect([isRival(workload({})), owned([]), owned([{}])]).toEqual([true, true, false]);
});

test('a message calls it by kind and name', () => {
  expect([title(workload({ kind: 'Job', metadata: { name: 'x' } })), title(workload({ kind: 'Job' }))]).toEqual(['Job x', 'Job ']);
});

test('it is parked where it says that it has no pods', () => {
  const replicas = (value: unknown) => isParked(workload({ spec: { replicas: value } }));
  expect([replicas(0), replicas(1), replicas(null), replicas('0'), isParked(workload({}))]).toEqual([true, false, false, false, false]);
});

test('a hook of Helm is one by its annotation, and stands apart where it never runs beside the set but for a test', () => {
  const hook = (value: unknown) => workload({ metadata: { annotations: { 'helm.sh/hook': value } } });
  expect(['test', 'test-success', 'pre-install, post-delete', 'post-upgrade', 'test,post-install', '', undefined].map((value) => [isHook(hook(value)), isApart(hook(value)), isRival(hook(value))])).toEqual([
    [true, true, false], [true, true, false], [true, true, false], [true, false, true], [true, false, true], [false, false, true], [false, false, true],
  ]);
});
