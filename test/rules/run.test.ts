import { afterChange, sound } from './harness';
import { RULES } from '../../src/rules';
import { ordinalsNonnegative } from '../../src/rules/ordinals-nonnegative';
import { replicasZero } from '../../src/rules/replicas-zero';
import type { Report } from '../../src/rules/rule';
import { acknowledged, judge } from '../../src/rules/run';
import type { SetView } from '../../src/rules/set-view';
import { vctStorageClassName } from '../../src/rules/vct-storage-class-name';

const IGNORE = 'cdk8s-stateful.dev/ignore';

test('a reason stands on a line of its own behind the id', () => {
  const object = { metadata: { annotations: { [IGNORE]: 'a-rule: one\nb-rule: two: three\nc-rule:\nno colon' } } };
  expect(['a-rule', 'b-rule', 'c-rule', 'no colon', 'd-rule'].map((id) => acknowledged(object, id))).toEqual(['one', 'two: three', undefined, undefined, undefined]);
  expect(acknowledged({ metadata: { annotations: { [IGNORE]: 7 } } }, 'a-rule')).toBeUndefined();
});

test('what the API server accepts is silent once it is acknowledged', () => {
  expect(afterChange(replicasZero, ({ set }) => {
    set.spec.replicas = 0;
    set.metadata.annotations = { [IGNORE]: 'replicas-zero: parked for the winter' };
  })).toEqual([]);
});

test('fails an acknowledgement of what the API server rejects, and keeps the finding', () => {
  const found = afterChange(ordinalsNonnegative, ({ set }) => {
    set.spec.replicas = -1;
    set.metadata.annotations = { [IGNORE]: 'ordinals-nonnegative: please' };
  });
  expect(found.map((f) => [f.ruleId, f.severity, f.acknowledgeable])).toEqual([['ordinals-nonnegative', 'error', false], ['acknowledgement', 'error', false]]);
  expect(found[1].path).toBe('metadata.annotations["cdk8s-stateful.dev/ignore"]');
});

test('what one finding of a rule may have acknowledged, another may not', () => {
  const named = (storageClassName: string) => afterChange(vctStorageClassName, ({ set, claim }) => {
    claim.spec.storageClassName = storageClassName;
    set.metadata.annotations = { [IGNORE]: 'vct-storage-class-name: volumes are made by hand' };
  }, 34).map((f) => f.ruleId);
  expect([named(''), named('Fast_SSD')]).toEqual([[], ['vct-storage-class-name', 'acknowledgement']]);
});

test('a rule about fields in general holds back where a rule of its own tells an error of the field, acknowledged or not', () => {
  const ids = (volumeMode: string, reason?: string) => {
    const { objects, set, claim } = sound();
    claim.spec.volumeMode = volumeMode;
    if (reason) set.metadata.annotations = { [IGNORE]: reason };
    return judge(objects, RULES, { minor: 28, clusterDomain: 'cluster.local' }).map(({ finding }) => finding.ruleId).filter((id) => /^(vct-volume-mode|field-)/.test(id));
  };
  expect(ids('Blocks')).toEqual(['vct-volume-mode']);
  expect(ids('Blocks', 'vct-volume-mode: not applied before it is corrected')).toEqual([]);
  const { objects, service } = sound();
  service.spec.externalIPs = ['nobody'];
  expect(judge(objects, RULES, { minor: 28, clusterDomain: 'cluster.local' }).map(({ finding }) => finding.ruleId)).toContain('field-values');
});

test.each([
  { key: 'a', operator: 5 }, { operator: 5 }, { key: 'a', effect: 5 }, { key: 'a', operator: 'Exists', value: 5 }, { operator: 'Exist' },
  { key: 'a', effect: 'No', tolerationSeconds: 5 }, { key: 'a', operator: 'Exists', value: '-x-' }, { operator: 'Equal', value: 'x' }, { key: 5 },
  { key: 'a', effect: 'NoExecute', tolerationSeconds: '5' },
])('the toleration %j, with one mistake, has one finding in every version', (toleration) => {
  for (const minor of [28, 33, 34, 36]) {
    const { objects, pod } = sound();
    pod.tolerations = [toleration];
    expect(judge(objects, RULES, { minor, clusterDomain: 'cluster.local' }).map(({ finding: { ruleId, path } }) => `${ruleId} ${path}`)).toEqual([expect.stringContaining('tolerations[0]')]);
  }
});

/** Every object under a namespace of its own. */
function placed(objects: readonly any[], namespace: string): any[] {
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace } }));
}

test('more findings than fit into one call are all told', () => {
  const sets = Array.from({ length: 40 }, (_, i) => placed(sound().objects, `db-${i}`)).flat();
  const report = (set: SetView, tell: Report) => { for (let i = 0; i < 10_000; i++) tell({ object: set.object, path: ['spec', i], message: '', fix: '' }); };
  expect(judge(sets, [{ id: 'many', severity: 'info', title: '', source: '', set: report }], { minor: 28, clusterDomain: 'cluster.local' })).toHaveLength(400_000);
});
