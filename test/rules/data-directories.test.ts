import { sound } from './harness';
import { volatileData } from '../../src/rules/data-directories';
import { ObjectSet } from '../../src/rules/object-set';

function volatile(mountPath: string, source: any, claims = false, more: (s: any) => void = () => undefined) {
  const s = sound();
  if (!claims) delete s.set.spec.volumeClaimTemplates;
  s.pod.volumes = [{ name: 'data', ...source }];
  s.container.volumeMounts = [{ name: 'data', mountPath }];
  more(s);
  return volatileData(new ObjectSet(s.objects).sets[0]).map(({ directory, source: kind }) => [directory, kind]);
}

test.each(['/var/lib/postgresql/data', '/var/lib/mysql/', '/bitnami/redis/data', '/bitnami/kafka'])('%s on an emptyDir is data that goes with the pod', (path) => {
  expect(volatile(path, { emptyDir: {} })).toEqual([[path.replace(/\/$/, ''), 'emptyDir']]);
});

test('hostPath and ephemeral volumes do not follow the member either', () => {
  expect([volatile('/var/lib/etcd', { hostPath: { path: '/x' } }), volatile('/var/lib/etcd', { ephemeral: {} })]).toEqual([[['/var/lib/etcd', 'hostPath']], [['/var/lib/etcd', 'ephemeral']]]);
});

test('other paths, other volumes and a set with a claim are nobody\'s mistake', () => {
  expect([volatile('/cache', { emptyDir: {} }), volatile('/var/lib/mysql', { configMap: {} }), volatile('/var/lib/mysql', { emptyDir: {} }, true)]).toEqual([[], [], []]);
});
