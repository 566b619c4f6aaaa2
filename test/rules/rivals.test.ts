import { isRival, title } from '../../src/rules/rivals';

const workload = (object: any) => ({ object, namespace: '', labels: {}, bare: false });

test('a workload stands for itself unless another object owns it', () => {
  const owned = (ownerReferences?: any[]) => isRival(workload({ metadata: { ownerReferences } }));
  expect([isRival(workload({})), owned([]), owned([{}])]).toEqual([true, true, false]);
});

test('a message calls it by kind and name', () => {
  expect([title(workload({ kind: 'Job', metadata: { name: 'x' } })), title(workload({ kind: 'Job' }))]).toEqual(['Job x', 'Job ']);
});
