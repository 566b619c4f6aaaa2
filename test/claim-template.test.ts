import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chart, db, pod, refusal, ruleIds, set } from './support';
import { StatefulWorkload } from '../src';

function workload() {
  const scope = chart();
  const db2 = new StatefulWorkload(scope, 'db', { replicas: 3, runAs: 1 });
  const main = db2.addContainer({ image: 'example/db:1', readiness: kplus.Probe.fromCommand(['true']) });
  return { scope, workload: db2, main };
}

test('a claim takes size, class, modes, labels, annotations, volume labels and a source', () => {
  const { scope, workload: w, main } = workload();
  w.claim('data', {
    storage: Size.mebibytes(1536),
    storageClassName: 'fast',
    accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_ONCE_POD],
    labels: { tier: 'hot' },
    annotations: { backup: 'yes' },
    volumeLabels: { rack: 'a' },
    dataSource: { kind: 'VolumeSnapshot', name: 'yesterday', apiGroup: 'snapshot.storage.k8s.io' },
  }).mount(main, '/data');
  expect(set(scope).spec.volumeClaimTemplates).toEqual([{
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', labels: { tier: 'hot' }, annotations: { backup: 'yes' } },
    spec: {
      accessModes: ['ReadWriteOncePod'],
      storageClassName: 'fast',
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '1536Mi' } },
      selector: { matchLabels: { rack: 'a' } },
      dataSource: { kind: 'VolumeSnapshot', name: 'yesterday', apiGroup: 'snapshot.storage.k8s.io' },
    },
  }]);
});

test('one claim is mounted on several containers and init containers, by sub path, and leaves no pod volume', () => {
  const { scope, workload: w, main } = workload();
  const init = w.addInitContainer({ image: 'example/init:1' });
  w.claim('data', { storage: Size.gibibytes(1) }).mount(main, '/data', { subPath: 'db' }).mount(init, '/data', { readOnly: true });
  const spec = pod(scope);
  expect(spec.containers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data', subPath: 'db' }]);
  expect(spec.initContainers[0].volumeMounts).toEqual([{ name: 'data', mountPath: '/data', readOnly: true }]);
  expect(spec.volumes).toBeUndefined();
});

test('mounts keep their order among those of cdk8s-plus, which takes a claim as any storage', () => {
  const { scope, workload: w, main } = workload();
  main.mount('/a', kplus.Volume.fromEmptyDir(scope, 'a', 'a'));
  main.mount('/data', w.claim('data', { storage: Size.gibibytes(1) }));
  main.mount('/b', kplus.Volume.fromEmptyDir(scope, 'b', 'b'));
  const spec = pod(scope);
  expect(spec.containers[0].volumeMounts.map((m: any) => m.name)).toEqual(['a', 'data', 'b']);
  expect(spec.volumes.map((v: any) => v.name)).toEqual(['a', 'b']);
});

test('several claims stand in the order of their declaration', () => {
  const { scope, workload: w, main } = workload();
  for (const name of ['log', 'data']) w.claim(name, { storage: Size.gibibytes(1) }).mount(main, `/${name}`);
  expect(set(scope).spec.volumeClaimTemplates.map((c: any) => c.metadata.name)).toEqual(['log', 'data']);
  expect(w.identity.pod(2).claims).toEqual(['log-db-2', 'data-db-2']);
});

test('a block claim is attached as a device', () => {
  const { scope, workload: w, main } = workload();
  w.claim('raw', { storage: Size.gibibytes(1), volumeMode: kplus.PersistentVolumeMode.BLOCK }).attach(main, '/dev/xvda');
  expect(pod(scope).containers[0].volumeDevices).toEqual([{ name: 'raw', devicePath: '/dev/xvda' }]);
  expect(ruleIds(w)).toEqual([]);
});

test('fails a block claim that is mounted like a file system', () => {
  const { workload: w, main } = workload();
  w.claim('raw', { storage: Size.gibibytes(1), volumeMode: kplus.PersistentVolumeMode.BLOCK }).mount(main, '/data');
  expect(ruleIds(w)).toEqual(['block-mode-device']);
});

test('a claim that nobody mounts is warned about', () => {
  const { workload: w } = workload();
  w.claim('data', { storage: Size.gibibytes(1) });
  expect(ruleIds(w, 'warning')).toEqual(['vct-unmounted']);
});

test('fails two claims of one name, and says nothing else of it', () => {
  const { chart: scope, workload: w, container } = db();
  w.claim('data', { storage: Size.gibibytes(2) }).mount(container, '/more');
  expect(refusal(scope)).toContain('[test/db] vct-duplicate-name: StatefulSet prod/db claim("data")');
  expect(ruleIds(w)).toEqual(['vct-duplicate-name']);
});

test('volumes are selected by expressions, and filled by any object that a populator knows', () => {
  const { scope, workload: w, main } = workload();
  w.claim('data', {
    storage: Size.gibibytes(1),
    volumeLabels: { rack: 'a' },
    volumeLabelExpressions: [kplus.LabelExpression.in('tier', ['hot', 'warm']), kplus.LabelExpression.doesNotExist('retired')],
    dataSourceRef: { kind: 'Backup', name: 'yesterday', apiGroup: 'backup.example.com', namespace: 'backups' },
  }).mount(main, '/data');
  expect(set(scope).spec.volumeClaimTemplates[0].spec).toEqual({
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    resources: { requests: { storage: '1Gi' } },
    selector: { matchLabels: { rack: 'a' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['hot', 'warm'] }, { key: 'retired', operator: 'DoesNotExist' }] },
    dataSourceRef: { kind: 'Backup', name: 'yesterday', apiGroup: 'backup.example.com', namespace: 'backups' },
  });
});

describe('what is refused before anything is rendered', () => {
  const errors = (options: any) => {
    const { workload: w, main } = workload();
    w.claim('d', options).mount(main, '/d');
    return w.findings.filter((f) => f.severity === 'error').map(({ ruleId, path, message, fix }) => ({ ruleId, path, message, fix }));
  };

  test.each([
    ['no size', {}, 'nothing is given: a claim without a size is refused by the API server'],
    ['no options', undefined, 'nothing is given: a claim without a size is refused by the API server'],
    ['a text for a size', { storage: '10Gi' }, '"10Gi" is given: a claim without a size is refused by the API server'],
  ])('fails %s by its field', (_, options, message) => {
    expect(errors(options)).toEqual([{ ruleId: 'declaration', path: 'claim("d").storage', message, fix: 'write a Size, for example storage: Size.gibibytes(10)' }]);
  });

  test('fails a size that is no whole number of any unit, and names one that is', () => {
    expect(errors({ storage: Size.tebibytes(0.3) })).toEqual([{
      ruleId: 'declaration',
      path: 'claim("d").storage',
      message: '322122547.2 KiB is no whole number: the size would be rounded by somebody else, and differ from what was declared',
      fix: 'write a whole number of a smaller unit, for example Size.mebibytes(314573)',
    }]);
    expect(errors({ storage: Size.tebibytes(0.5) })).toEqual([]);
  });

  test('fails two sources', () => {
    const source = { kind: 'VolumeSnapshot', name: 'a', apiGroup: 'snapshot.storage.k8s.io' };
    expect(errors({ storage: Size.gibibytes(1), dataSource: source, dataSourceRef: { ...source, name: 'b' } }).map((f) => f.path)).toEqual(['claim("d").dataSourceRef']);
  });
});

test('fails claims of two sets that come out as one name', () => {
  const scope = chart();
  const one = db({}, scope, 'b');
  const two = db({}, scope, 'a-b');
  one.workload.claim('data-a', { storage: Size.gibibytes(1) }).mount(one.container, '/more');
  expect(ruleIds(two.workload).concat(ruleIds(one.workload))).toContain('pvc-name-collision');
});
