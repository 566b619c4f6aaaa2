import { SoundSet, afterChange, findings, sound } from './harness';
import { dataPathEphemeral } from '../../src/rules/data-path-ephemeral';

const at = (mountPath: string, volume: any, change: (s: SoundSet) => void = () => undefined) => afterChange(dataPathEphemeral, (s) => {
  delete s.set.spec.volumeClaimTemplates;
  s.pod.volumes = [{ name: 'data', ...volume }];
  s.container.volumeMounts[0].mountPath = mountPath;
  change(s);
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(dataPathEphemeral, sound().objects, minor))).toEqual([]);
});

test.each([
  ['/var/lib/postgresql/data', 'postgres:17'], ['/data/db/', 'percona/percona-server-mongodb:7.0'], ['/bitnami/redis', 'bitnamilegacy/redis:7'], ['/bitnami/redis/data', 'bitnamilegacy/redis:7'],
])('fails an emptyDir at %s of %s', (mountPath, image) => {
  expect(at(mountPath, { emptyDir: {} }, ({ container }) => { container.image = image; })).toMatchObject([{ severity: 'error', path: 'spec.template.spec.containers[0].volumeMounts[0].mountPath' }]);
});

test('fails a hostPath and an ephemeral volume there, in a sidecar too', () => {
  expect(at('/var/lib/mysql', { hostPath: { path: '/x' } })[0].message).toContain('stays on the node');
  expect(at('/var/lib/mysql', { ephemeral: {} })[0].message).toContain('its claim belongs to the pod');
  expect(at('/tmp', { emptyDir: {} }, ({ pod }) => {
    pod.initContainers = [{ name: 's', restartPolicy: 'Always', volumeMounts: [{ name: 'data', mountPath: '/var/lib/etcd' }] }];
  })).toHaveLength(1);
});

test('fails with a warning where the path alone tells that there is data', () => {
  const [finding, ...others] = at('/var/lib/mysql', { emptyDir: {} });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning' });
  expect(finding.message).toContain('/var/lib/mysql, where a server usually keeps its data, is on emptyDir volume "data"');
});

test('other directories, other volumes, plain init containers and a volume that a claim template replaces are accepted', () => {
  expect(at('/data', { emptyDir: {} })).toEqual([]);
  expect(at('/var/lib/mysql/tmp', { emptyDir: {} })).toEqual([]);
  expect(at('/var/lib/mysql', { persistentVolumeClaim: { claimName: 'x' } })).toEqual([]);
  expect(at('/tmp', { emptyDir: {} }, ({ pod }) => { pod.initContainers = [{ name: 'i', volumeMounts: [{ name: 'data', mountPath: '/var/lib/etcd' }] }]; })).toEqual([]);
  expect(at('/var/lib/mysql', { emptyDir: {} }, ({ set, claim }) => { set.spec.volumeClaimTemplates = [claim]; })).toEqual([]);
});

test('fails with a warning beside a claim template for something else', () => {
  expect(at('/var/lib/mysql', { emptyDir: {} }, ({ set, claim, container }) => {
    set.spec.volumeClaimTemplates = [{ ...claim, metadata: { name: 'backup' } }];
    container.image = 'mysql:8.4.3';
    container.volumeMounts.push({ name: 'backup', mountPath: '/backup' });
  })).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.containers[0].volumeMounts[0].mountPath' }]);
});
