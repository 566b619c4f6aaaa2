import { kept } from '../../../src/cluster-dns/delivery/gitops';

test('neither Argo CD nor Flux deletes or overwrites the object', () => {
  expect(kept()).toEqual({
    'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    'kustomize.toolkit.fluxcd.io/ssa': 'merge',
  });
});

test('annotations and sync options that an object has stay, but for those that would delete it', () => {
  expect(kept({ 'a.test/b': 'c', 'argocd.argoproj.io/sync-options': 'Prune=true, Validate=false' })).toMatchObject({
    'a.test/b': 'c', 'argocd.argoproj.io/sync-options': 'Validate=false,ServerSideApply=true,Prune=false,Delete=false',
  });
});
