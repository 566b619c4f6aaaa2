import * as kplus from 'cdk8s-plus-28';
import { Members } from '../../src';
import { chart, db, ruleIds, set } from '../support';

const IGNORE = 'cdk8s-stateful.dev/ignore';

test('intent is written on the set and never on its pods', () => {
  const { metadata, spec } = set(db({ members: Members.quorum({ bootstrapTogether: true }) }).chart);
  expect(metadata.annotations).toEqual({
    'cdk8s-stateful.dev/bootstrap': 'together, 3',
    'cdk8s-stateful.dev/ignore': 'parallel-update-drops-quorum: the members bootstrap together, which needs Parallel',
    'cdk8s-stateful.dev/members': 'quorum',
  });
  expect(spec.template.metadata.annotations).toBeUndefined();
});

test('the range of an autoscaler is written, and no number of replicas', () => {
  const { metadata, spec } = set(db({ replicas: undefined, autoscale: { min: 2, max: 5 } }).chart);
  expect([metadata.annotations['cdk8s-stateful.dev/replicas'], spec.replicas]).toEqual(['2-5', undefined]);
});

test('reasons are a line each, the last one of a rule counts, and lines that stood there stay', () => {
  const { chart: scope, workload } = db({ metadata: { annotations: { [IGNORE]: 'by-hand: kept\nreplicas-zero: old' } }, acknowledge: { 'replicas-zero': 'first' } });
  workload.acknowledge('pdb-overlap', 'two\n words');
  workload.acknowledge('replicas-zero', 'second');
  expect(set(scope).metadata.annotations[IGNORE].split('\n').sort()).toEqual(['by-hand: kept', 'pdb-overlap: two words', 'replicas-zero: second']);
});

test('fails an acknowledgement of no rule, and one without a reason', () => {
  expect(ruleIds(db({ acknowledge: { 'no-such-rule': 'x' } }).workload)).toEqual(['acknowledgement']);
  expect(ruleIds(db({ acknowledge: { 'replicas-zero': ' ' } }).workload)).toEqual(['acknowledgement']);
});

test('fails replicas beside a range, and a range that is none', () => {
  expect(ruleIds(db({ replicas: 3, autoscale: { min: 1, max: 3 } }).workload)).toContain('replicas-or-autoscale');
  expect([{ min: 0, max: 3 }, { min: 3, max: 2 }].map((autoscale) => ruleIds(db({ replicas: undefined, autoscale }).workload).includes('replicas-or-autoscale')))
    .toEqual([true, true]);
});

test('fails a number of first members that the set cannot have had', () => {
  const size = (bootstrapSize: number) => ruleIds(db({ members: Members.quorum({ bootstrapTogether: true, bootstrapSize }) }).workload);
  expect([size(0), size(1.5), size(4)]).toEqual([['bootstrap-size'], ['bootstrap-size'], ['bootstrap-size']]);
  expect(size(3)).toEqual([]);
});

test('fails a bootstrap list of five whose first size nobody said, until it is said or acknowledged', () => {
  const members = (bootstrapSize?: number) => Members.quorum({ bootstrapTogether: true, bootstrapSize });
  const listed = (props: any) => {
    const { workload } = db({ replicas: 5, ...props });
    workload.peers('{fqdn}');
    return ruleIds(workload);
  };
  expect(listed({ members: members() })).toEqual(['bootstrap-range-unstated']);
  expect(listed({ members: members(5) })).toEqual([]);
  expect(listed({ members: members(), acknowledge: { 'bootstrap-range-unstated': 'a new set' } })).toEqual([]);
});

test('fails an autoscaler over what was derived from a fixed number, and names what was derived', () => {
  const scope = chart();
  const { workload } = db({}, scope);
  workload.peers('{fqdn}');
  new kplus.HorizontalPodAutoscaler(scope, 'hpa', { target: workload, maxReplicas: 5 });
  expect(ruleIds(workload)).toContain('autoscaler-derived');
});

test('fails a template that cannot be filled, and a claim of one name twice', () => {
  const { workload } = db();
  workload.peers('{nmae}');
  workload.claim('data', { storage: { toKibibytes: () => 1 } as any });
  expect(ruleIds(workload)).toEqual(expect.arrayContaining(['peer-template', 'vct-duplicate-name']));
});
