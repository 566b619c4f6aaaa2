import { sound } from './harness';
import { ObjectSet } from '../../src/rules/object-set';
import { referencesOf } from '../../src/rules/references';

function references(pod: any, container: any = {}) {
  const s = sound();
  Object.assign(s.pod, pod);
  Object.assign(s.container, container);
  return referencesOf(new ObjectSet(s.objects).sets[0]).map(({ kind, name, keys }) => [kind, name, ...keys]);
}

test('a pod refers to its account, its volumes and what its variables come from', () => {
  expect(references({
    serviceAccountName: 'web',
    volumes: [
      { name: 'a', configMap: { name: 'settings', items: [{ key: 'x' }, { key: 'y' }] } },
      { name: 'b', secret: { secretName: 'keys' } },
      { name: 'c', persistentVolumeClaim: { claimName: 'shared' } },
      { name: 'd', projected: { sources: [{ configMap: { name: 'more' } }, { secret: { name: 'other', items: [{ key: 'z' }] } }, { downwardAPI: {} }] } },
      { name: 'e', emptyDir: {} },
    ],
  }, {
    env: [{ name: 'A', value: '1' }, { name: 'B', valueFrom: { configMapKeyRef: { name: 'settings', key: 'b' } } }, { name: 'C', valueFrom: { secretKeyRef: { name: 'keys', key: 'c' } } }],
    envFrom: [{ configMapRef: { name: 'all' } }, { secretRef: { name: 'every' } }],
  })).toEqual([
    ['ServiceAccount', 'web'], ['ConfigMap', 'settings', 'x', 'y'], ['Secret', 'keys'], ['PersistentVolumeClaim', 'shared'], ['ConfigMap', 'more'], ['Secret', 'other', 'z'],
    ['ConfigMap', 'settings', 'b'], ['Secret', 'keys', 'c'], ['ConfigMap', 'all'], ['Secret', 'every'],
  ]);
});

test('what is optional is not needed, and junk refers to nothing', () => {
  expect(references({ serviceAccountName: 5, volumes: [{ name: 'a', configMap: { name: 'x', optional: true } }, null, { secret: { secretName: [] } }] }, {
    env: [null, { valueFrom: { secretKeyRef: { name: 'x', key: 'y', optional: true } } }], envFrom: 'x',
  })).toEqual([]);
});

test('a pod refers to the classes of its node and its priority, and a claim template to that of its storage', () => {
  expect(references({ priorityClassName: 'high', runtimeClassName: 'gvisor', serviceAccount: 'old' })).toEqual([['ServiceAccount', 'old'], ['PriorityClass', 'high'], ['RuntimeClass', 'gvisor']]);
  const s = sound();
  s.claim.spec.storageClassName = 'fast';
  expect(referencesOf(new ObjectSet(s.objects).sets[0])).toMatchObject([{ kind: 'StorageClass', name: 'fast', path: ['spec', 'volumeClaimTemplates', 0, 'spec', 'storageClassName'] }]);
});

test('a volume with the name of a claim template refers to nothing: the controller replaces it', () => {
  expect(references({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'x' } }] })).toEqual([]);
});
