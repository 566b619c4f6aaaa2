import { afterChange, sound } from './harness';
import { RULES } from '../../src/rules';
import { familiesOf } from '../../src/rules/families';
import { fieldValues } from '../../src/rules/field-values';
import { ObjectSet } from '../../src/rules/object-set';
import { ordinalsNonnegative } from '../../src/rules/ordinals-nonnegative';
import { replicasZero } from '../../src/rules/replicas-zero';
import type { Report, Rule } from '../../src/rules/rule';
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

/** What the rules say of the set, without what they say of its soundness at run time. */
const refusals = (change: Parameters<typeof afterChange>[1], reason?: string, minor = 28) => {
  const all = sound();
  change(all);
  if (reason) all.set.metadata.annotations = { [IGNORE]: reason };
  return judge(all.objects, RULES, { minor, clusterDomain: 'cluster.local' }).filter(({ finding }) => finding.severity === 'error')
    .map(({ finding: { ruleId, path } }) => `${ruleId} ${path.replace('spec.template.spec', 'pod')}`);
};

test.each<[string, Parameters<typeof afterChange>[1], string, string[]]>([
  ['a hook beside a user', ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'x:1', securityContext: { runAsNonRoot: true, runAsUser: 0 }, lifecycle: {} }]; },
    'run-as-non-root: built that way', ['run-as-non-root pod.initContainers[0].securityContext.runAsUser', 'field-values pod.initContainers[0]']],
  ['a kernel parameter beside a mount', ({ pod, container }) => {
    Object.assign(pod, { hostNetwork: true, securityContext: { ...pod.securityContext, sysctls: [{ name: 'net.core.somaxconn', value: '1' }] } });
    container.volumeMounts[0].mountPath = 'data';
  }, 'mount-path-absolute: runtime allows it', ['mount-path-absolute pod.containers[0].volumeMounts[0].mountPath', 'field-values pod']],
])('what is wrong with a field does not hide what is wrong with the whole that it is in: %s', (_, change, reason, ids) => {
  const found = refusals(change);
  const told = (within: string[]) => ids.map((id) => within.some((each) => each.startsWith(id)));
  expect([told(found), told(refusals(change, reason))]).toEqual([[true, true], [false, true]]);
});

test('a Service that is refused for a field is not told of as a whole too', () => {
  expect(refusals(({ service }) => { service.spec.type = 'NodePort'; })).toEqual(['headless-type-clusterip spec.type']);
});

test('what was acknowledged of a whole does not hide what is wrong with a field of it', () => {
  const whole: Rule = { ...replicasZero, id: 'whole', severity: 'error', set: (set, tell) => tell({ object: set.object, path: ['spec', 'template'], message: '', fix: '' }) };
  const paths = (reason?: string) => {
    const { objects, set, pod } = sound();
    pod.hostAliases = [{ ip: 'nobody' }];
    if (reason) set.metadata.annotations = { [IGNORE]: reason };
    return judge(objects, [whole, fieldValues], { minor: 28, clusterDomain: 'cluster.local' }).map(({ finding }) => finding.ruleId);
  };
  expect([paths(), paths('whole: so be it')]).toEqual([['whole'], ['field-values']]);
});

test.each<[string, Parameters<typeof afterChange>[1], string]>([
  ['an operator with no values', ({ pod }) => {
    pod.affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In' }] }] } } };
  }, 'affinity-valid'],
  ['a hook of an init container', ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'x:1', lifecycle: { preStop: { exec: { command: ['a'] } } } }]; }, 'lifecycle-valid'],
  ['a variable with two values', ({ container }) => { container.env = [{ name: 'A', value: 'a', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }]; }, 'env-source-valid'],
])('one mistake has one finding in every version: %s', (_, change, id) => {
  expect([28, 34, 36].map((minor) => refusals(change, undefined, minor).map((each) => each.split(' ')[0]))).toEqual([[id], [id], [id]]);
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

/** The sound set under a name of its own, so that it has nothing to do with the others. */
function family(name: string): any[] {
  const { objects, service, set, budget } = sound();
  for (const { metadata } of [service, set, budget]) metadata.name = name;
  set.spec.serviceName = name;
  for (const object of objects) object.metadata.namespace = name;
  return objects;
}

/** More than V8 takes as arguments of one call, which is about 125,000 here. */
const TOO_MANY = 140_000;

test.each<[string, ReadonlyMap<string, number>]>([
  ['of one set', new Map([['db-a', TOO_MANY]])],
  ['of the sets that are judged together once the first ones have shown to differ', new Map([['db-k', TOO_MANY / 2], ['db-l', TOO_MANY / 2]])],
])('more findings than fit into one call are all told: %s', (_, counts) => {
  const objects = [...'abcdefghijkl'].flatMap((letter) => family(`db-${letter}`));
  expect(familiesOf(new ObjectSet(objects))).toHaveLength(12);
  const report = (set: SetView, tell: Report) => { for (let i = 0; i < (counts.get(set.name) ?? 1); i++) tell({ object: set.object, path: ['spec', i], message: '', fix: '' }); };
  const found = judge(objects, [{ id: 'many', severity: 'info', title: '', source: '', set: report }], { minor: 28, clusterDomain: 'cluster.local' });
  expect(found).toHaveLength(TOO_MANY + 12 - counts.size);
});
