import { db, rendered, ruleIds } from './support';
import { Members } from '../src';

const MEMBERS = 'cdk8s-stateful.dev/members';
const BOOTSTRAP = 'cdk8s-stateful.dev/bootstrap';

function of(members?: Members, replicas = 3) {
  const { chart, workload } = db({ members, replicas });
  const objects = rendered(chart);
  const { metadata, spec } = objects['StatefulSet/db'];
  return {
    workload,
    annotations: metadata.annotations,
    template: spec.template.metadata.annotations,
    policy: spec.podManagementPolicy,
    published: objects['Service/db'].spec.publishNotReadyAddresses,
    eviction: objects['PodDisruptionBudget/db'].spec.unhealthyPodEvictionPolicy,
  };
}

test('members are independent unless something else is said: nothing is annotated, a broken pod never holds up a drain', () => {
  for (const members of [undefined, Members.independent()]) {
    expect(of(members)).toMatchObject({ annotations: undefined, policy: 'OrderedReady', published: undefined, eviction: 'AlwaysAllow' });
  }
});

test('a quorum is an annotation of the set, never of its pods, and an unready member stays while the budget is short', () => {
  expect(of(Members.quorum())).toMatchObject({ annotations: { [MEMBERS]: 'quorum' }, template: undefined, policy: 'OrderedReady', eviction: 'IfHealthyBudget' });
});

test('members that bootstrap together start in parallel and are published before they are ready, by one word', () => {
  expect(of(Members.independent({ bootstrapTogether: true }))).toMatchObject({ annotations: { [BOOTSTRAP]: 'together, 3' }, policy: 'Parallel', published: true });
});

test('a quorum that bootstraps together has acknowledged the price of Parallel', () => {
  const { annotations, workload } = of(Members.quorum({ bootstrapTogether: true }));
  expect(annotations['cdk8s-stateful.dev/ignore']).toBe('parallel-update-drops-quorum: the members bootstrap together, which needs Parallel');
  expect(ruleIds(workload, 'warning')).toEqual([]);
});

test('the number of members at the first start is kept when the set has grown', () => {
  expect(of(Members.independent({ bootstrapTogether: true, bootstrapSize: 3 }), 5).annotations).toEqual({ [BOOTSTRAP]: 'together, 3' });
});

test('what was said can be read back', () => {
  const members = Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 });
  expect([members.decidesByMajority, members.bootstrapTogether, members.bootstrapSize]).toEqual([true, true, 3]);
  const plain = Members.independent();
  expect([plain.decidesByMajority, plain.bootstrapTogether, plain.bootstrapSize]).toEqual([false, false, undefined]);
});
