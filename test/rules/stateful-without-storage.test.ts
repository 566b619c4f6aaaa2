import { afterChange, findings, sound } from './harness';
import { statefulWithoutStorage } from '../../src/rules/stateful-without-storage';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(statefulWithoutStorage, sound().objects, minor))).toEqual([]);
});

test('fails a set without claim templates, as a hint', () => {
  expect(afterChange(statefulWithoutStorage, ({ set, pod }) => {
    set.spec.volumeClaimTemplates = [];
    pod.volumes = [{ name: 'tmp', emptyDir: {} }, { name: 'conf', configMap: { name: 'c' } }, null];
  })).toMatchObject([{ severity: 'info', path: 'spec.volumeClaimTemplates' }]);
});

test('a claim, or any volume that outlives the pod, is accepted', () => {
  for (const volume of [{ persistentVolumeClaim: { claimName: 'x' } }, { nfs: {} }, { hostPath: { path: '/x' } }]) {
    expect(afterChange(statefulWithoutStorage, ({ set, pod }) => { delete set.spec.volumeClaimTemplates; pod.volumes = [{ name: 'v', ...volume }]; })).toEqual([]);
  }
});

test('a data directory on an emptyDir is for the rule about that', () => {
  expect(afterChange(statefulWithoutStorage, ({ set, pod, container }) => {
    delete set.spec.volumeClaimTemplates;
    pod.volumes = [{ name: 'data', emptyDir: {} }];
    container.volumeMounts[0].mountPath = '/data/db';
  })).toEqual([]);
});

describe('members that copy everything from one of them', () => {
  const script = (directive: string) => `[ "$POD_NAME" = web-0 ] || echo "${directive}" >> /conf/redis.conf`;

  const withoutClaims = (change: (container: any) => void, volumes: any[] = [{ name: 'data', emptyDir: {} }]) =>
    afterChange(statefulWithoutStorage, ({ set, pod, container }) => {
      delete set.spec.volumeClaimTemplates;
      pod.volumes = volumes;
      change(container);
    });

  test('fail without claims: a master that restarts empty empties them', () => {
    expect(withoutClaims((container) => { container.command = ['redis-server', '--replicaof', 'web-0.web.prod.svc.cluster.local', '6379']; })).toMatchObject([{
      severity: 'error',
      acknowledgeable: true,
      path: 'spec.volumeClaimTemplates',
      message: 'no volumeClaimTemplates, and replicas copy everything from web-0.web.prod.svc.cluster.local: a master that is replaced starts empty, and then '
        + 'every replica drops its data to be like it',
      fix: 'add a claim template for the data directory; acknowledge only where all of the data may be lost at once',
    }]);
  });

  test.each(['replicaof web-0.web 6379', 'slaveof web-0.web.prod 6379', 'replicaof web-0-peer.prod.svc.cluster.local 6379'])('fail by a script that writes %s', (directive) => {
    expect(withoutClaims((container) => { container.args = [script(directive)]; }).map(({ severity }) => severity)).toEqual(['error']);
  });

  test('fail with a data directory on an emptyDir too', () => {
    expect(withoutClaims((container) => {
      container.volumeMounts[0].mountPath = '/data/db';
      container.args = [script('replicaof web-0.web 6379')];
    }).map(({ severity }) => severity)).toEqual(['error']);
  });

  test.each(['replicaof redis.example.com 6379', 'replicaof other-0.other 6379', 'wait-for-slaveofx web-0.web', 'web-0.web'])('are no more than a hint where it says %s', (text) => {
    expect(withoutClaims((container) => { container.args = [text]; }).map(({ severity }) => severity)).toEqual(['info']);
  });

  test('are accepted with a claim, or with a volume that outlives the pod', () => {
    const copies = (container: any) => { container.args = [script('replicaof web-0.web 6379')]; };
    expect(afterChange(statefulWithoutStorage, ({ container }) => copies(container))).toEqual([]);
    expect(withoutClaims(copies, [{ name: 'data', nfs: { server: 'nfs', path: '/redis' } }])).toEqual([]);
  });
});
