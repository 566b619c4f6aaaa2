import { afterChange, findings, sound } from './harness';
import { vctMetadataOwner } from '../../src/rules/vct-metadata-owner';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctMetadataOwner, sound().objects, minor))).toEqual([]);
});

test('fails an owner, a finalizer and a foreign namespace, which are copied or ignored', () => {
  expect(afterChange(vctMetadataOwner, ({ claim }) => {
    Object.assign(claim.metadata, { ownerReferences: [{ kind: 'Pod', name: 'x' }], finalizers: ['a.b/c'], namespace: 'other' });
  }).map(({ path, severity }) => `${severity} ${path}`)).toEqual([
    'error spec.volumeClaimTemplates[0].metadata.ownerReferences',
    'error spec.volumeClaimTemplates[0].metadata.finalizers',
    'warning spec.volumeClaimTemplates[0].metadata.namespace',
  ]);
});

test('the namespace of the set, the finalizer that every claim has and empty lists are accepted', () => {
  expect(afterChange(vctMetadataOwner, ({ claim }) => {
    Object.assign(claim.metadata, { ownerReferences: [], finalizers: ['kubernetes.io/pvc-protection'], namespace: 'prod' });
  })).toEqual([]);
});

test('a namespace is accepted where the set names none: the apply may say the same', () => {
  expect(afterChange(vctMetadataOwner, ({ set, claim }) => { delete set.metadata.namespace; claim.metadata.namespace = 'prod'; })).toEqual([]);
});
