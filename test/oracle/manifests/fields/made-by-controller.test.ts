import { madeByController } from '../../../../oracle/manifests/fields/made-by-controller';

test('the first ordinal gets its claims and its pod, with the claims in place of volumes of their names', () => {
  const made = madeByController({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'prod' },
    spec: {
      serviceName: 'peers',
      ordinals: { start: 5 },
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { volumes: [{ name: 'data', emptyDir: {} }, { name: 'tmp', emptyDir: {} }] } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
    },
  });
  expect(made).toMatchObject([
    { kind: 'PersistentVolumeClaim', metadata: { name: 'data-db-5', namespace: 'prod', labels: { app: 'db' } } },
    {
      kind: 'Pod',
      metadata: { name: 'db-5', labels: { 'app': 'db', 'statefulset.kubernetes.io/pod-name': 'db-5' } },
      spec: { hostname: 'db-5', subdomain: 'peers', volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-5' } }, { name: 'tmp' }] },
    },
  ]);
});

test('of two templates with one name the last makes the claim', () => {
  const claim = (mode: string) => ({ metadata: { name: 'data' }, spec: { accessModes: [mode] } });
  const made = madeByController({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { template: {}, volumeClaimTemplates: [claim('ReadWriteOnce'), claim('ReadWriteMany')] } });
  expect(made.map(({ kind, spec }) => [kind, spec.accessModes ?? spec.volumes])).toEqual([
    ['PersistentVolumeClaim', ['ReadWriteMany']], ['Pod', [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } }]],
  ]);
});
