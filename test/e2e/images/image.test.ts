import { imageConfig, qualifiedName } from '../../../e2e/images/image';

test.each([
  ['busybox:1.35.0', 'docker.io/library/busybox:1.35.0'],
  ['busybox', 'docker.io/library/busybox:latest'],
  ['apache/kafka:4.1.0', 'docker.io/apache/kafka:4.1.0'],
  ['registry.k8s.io/pause:3.9', 'registry.k8s.io/pause:3.9'],
  ['quay.io/prometheus/prometheus', 'quay.io/prometheus/prometheus:latest'],
  ['localhost:5000/etcd', 'localhost:5000/etcd:latest'],
  ['localhost/etcd:3', 'localhost/etcd:3'],
])('a runtime knows %s as %s', (name, full) => {
  expect(qualifiedName(name)).toBe(full);
});

test('the configuration names its layer, and says nothing that was not said', () => {
  expect(imageConfig({ name: 'a', programs: {} }, 'amd64', 'abc')).toEqual({
    architecture: 'amd64',
    os: 'linux',
    config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], WorkingDir: '/' },
    rootfs: { type: 'layers', diff_ids: ['sha256:abc'] },
    history: [{ created_by: 'files of this machine' }],
  });
  expect(imageConfig({ name: 'a', programs: {}, entrypoint: ['/a'], user: '1:1' }, 'arm64', 'abc')).toMatchObject({
    architecture: 'arm64', config: { Entrypoint: ['/a'], User: '1:1' },
  });
});
