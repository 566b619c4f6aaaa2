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

test('other paths, other volumes and a volume that a claim template replaces are nobody\'s mistake', () => {
  expect([volatile('/cache', { emptyDir: {} }), volatile('/var/lib/mysql', { configMap: {} }), volatile('/var/lib/mysql', { emptyDir: {} }, true)]).toEqual([[], [], []]);
});

test('a claim elsewhere does not keep the data, and one below the directory does', () => {
  const beside = (path: string) => volatile('/var/lib/mysql', { emptyDir: {} }, true, ({ pod, container, claim }) => {
    claim.metadata.name = 'store';
    container.volumeMounts.push({ name: 'store', mountPath: path });
    pod.volumes[0].name = 'data';
  });
  expect([beside('/backup'), beside('/var/lib/mysql/data')]).toEqual([[['/var/lib/mysql', 'emptyDir']], []]);
});

test('a volume without a source is an emptyDir', () => {
  expect([volatile('/var/lib/mysql', {}), volatile('/var/lib/mysql', { emptyDir: null })]).toEqual([[['/var/lib/mysql', 'emptyDir']], [['/var/lib/mysql', 'emptyDir']]]);
});
