import { findings, sound } from './harness';
import { pvcNameCollision } from '../../src/rules/pvc-name-collision';

const set = (name: string, claims: unknown, more: any = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, ...(more.namespace && { namespace: more.namespace }) },
  spec: {
    replicas: more.replicas ?? 1,
    ordinals: more.ordinals,
    volumeClaimTemplates: Array.isArray(claims) ? claims.map((claim) => ({ metadata: { name: claim } })) : claims,
  },
});

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(pvcNameCollision, sound().objects, minor))).toEqual([]);
});

test('fails claim templates of two sets that make the same claim', () => {
  const [finding, ...others] = findings(pvcNameCollision, [set('a-b', ['data']), set('b', ['log', 'data-a'])]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ name: 'b', path: 'spec.volumeClaimTemplates[1].metadata.name', severity: 'error' });
  expect(finding.message).toContain('both make the claim data-a-b-0');
});

test('the set that it is reported on, which is the later one, can acknowledge it', () => {
  const objects = [set('a-b', ['data']), set('b', ['data-a'])];
  (objects[1].metadata as any).annotations = { 'cdk8s-stateful.dev/ignore': 'pvc-name-collision: one is scaled to zero first' };
  expect(findings(pvcNameCollision, objects)).toEqual([]);
});

test('a set whose name ends in a number does not collide with the ordinals of another', () => {
  expect(findings(pvcNameCollision, [set('a', ['data'], { replicas: 9 }), set('a-0', ['data'], { replicas: 9 }), set('0', ['data-a'], { namespace: 'other' })])).toEqual([]);
});

test('fails a set named by a number that a longer claim name completes', () => {
  expect(findings(pvcNameCollision, [set('a-0', ['data']), set('0', ['data-a'])])).toMatchObject([{ name: '0' }]);
});

test('other namespaces, ordinals that do not meet, and one set given twice are accepted', () => {
  expect(findings(pvcNameCollision, [set('a-b', ['data'], { namespace: 'x' }), set('b', ['data-a'], { namespace: 'y' })])).toEqual([]);
  expect(findings(pvcNameCollision, [set('a-b', ['data'], { replicas: 3 }), set('b', ['data-a'], { ordinals: { start: 3 } })])).toEqual([]);
  expect(findings(pvcNameCollision, [set('a', ['data', 'data']), set('a', ['data'])])).toEqual([]);
});

test('fails a set scaled to zero: its first member comes back', () => {
  expect(findings(pvcNameCollision, [set('a-b', ['data'], { replicas: 0 }), set('b', ['data-a'])])).toHaveLength(1);
});

test('huge ordinals are not expanded, and junk throws nothing', () => {
  const many = Array.from({ length: 5000 }, (_, i) => set(`s${i}`, ['data'], { replicas: 2147483647, ordinals: { start: 5 } }));
  expect(findings(pvcNameCollision, [...many, set('x', 'data'), set('', [null]), set('y', [{}]), null, 7])).toEqual([]);
});
