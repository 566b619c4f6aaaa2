import { kustomized } from '../../src/checker/kustomization';

/** The files that are left out, and what is said. */
function ask(texts: Record<string, string>) {
  const { patches, notice } = kustomized(Object.entries(texts).map(([file, text]) => ({ file, text })));
  return { left: [...patches].map(({ file }) => file), at: notice?.source.file, message: notice?.problem.message, fix: notice?.problem.fix };
}

const HEAD = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';

test('files that a kustomization names as patches are left out, however they are named', () => {
  expect(ask({
    'k8s/kustomization.yaml': `${HEAD}resources: [db.yaml]\npatches: [{path: a.yaml}, {path: ./sub/../b.yaml}, {patch: "x"}]\npatchesStrategicMerge: [c.yaml, "kind: X\\nspec: {}"]\npatchesJson6902: [{path: d.yaml}]\n`,
    'k8s/a.yaml': '',
    'k8s/b.yaml': '',
    'k8s/c.yaml': '',
    'k8s/d.yaml': '',
    'k8s/db.yaml': '',
    'a.yaml': '',
    'other/a.yaml': '',
  })).toEqual({
    left: ['k8s/a.yaml', 'k8s/b.yaml', 'k8s/c.yaml', 'k8s/d.yaml'],
    at: 'k8s/kustomization.yaml',
    message: 'this folder holds sources of Kustomize, which are judged as written, without the 4 patches that are named there: what is applied may have other names, namespaces, labels and numbers',
    fix: 'judge what is applied: kustomize build k8s | cdk8s-stateful check -',
  });
});

test.each(['kustomization.yaml', './kustomization.yml', 'Kustomization'])('%s is one, with neither apiVersion nor kind', (file) => {
  expect(ask({ [file]: 'patches: [{path: a.yaml}]\n', 'a.yaml': '' })).toMatchObject({ left: ['a.yaml'], at: file, fix: 'judge what is applied: kustomize build . | cdk8s-stateful check -' });
});

test('paths are followed from folder to folder, up too, with either slash', () => {
  const patches = 'patches: [{path: ../../base/a.yaml}]\n';
  for (const root of ['', './', '/srv/', '../']) {
    expect(ask({ [`${root}x/over/prod/kustomization.yaml`]: patches, [`${root}x/base/a.yaml`]: '' }).left).toEqual([`${root}x/base/a.yaml`]);
  }
  expect(ask({ 'x\\over\\kustomization.yaml': 'patches: [{path: a.yaml}]', 'x\\over\\a.yaml': '' })).toMatchObject({ left: ['x\\over\\a.yaml'], fix: expect.stringContaining('build x/over |') });
  expect(ask({ '../kustomization.yaml': 'patches: [{path: ../a.yaml}]', '../../a.yaml': '' }).left).toEqual(['../../a.yaml']);
});

test('what no other one builds upon is the one to build, and what a component patches is left out too', () => {
  expect(ask({
    'app/base/kustomization.yaml': 'resources: [db.yaml]\n',
    'app/base/db.yaml': '',
    'app/parts/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{path: p.yaml}]\n',
    'app/parts/p.yaml': '',
    'app/prod x/kustomization.yaml': 'resources: [../base]\ncomponents: [../parts/]\n',
  })).toEqual({
    left: ['app/parts/p.yaml'],
    at: 'app/prod x/kustomization.yaml',
    message: 'this folder and 2 more hold sources of Kustomize, which are judged as written, without the patch that is named there: what is applied may have other names, namespaces, labels and numbers',
    fix: "judge what is applied: kustomize build 'app/prod x' | cdk8s-stateful check -",
  });
});

test('a file that is a resource as well stays, and one that builds upon itself is told of all the same', () => {
  expect(ask({ 'kustomization.yaml': 'resources: [a.yaml, .]\npatches: [{path: a.yaml}]\n', 'a.yaml': '' })).toMatchObject({ left: [], at: 'kustomization.yaml' });
});

test.each([
  ['kustomization.yaml', 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\npatches: [{path: a.yaml}]\n'],
  ['my-kustomization.yaml', `${HEAD}patches: [{path: a.yaml}]\n`],
  ['kustomization.yaml', 'a: b: c'],
  ['kustomization.yaml', 'kind: StatefulSet\npatches: [{path: a.yaml}]\n'],
])('%s with %j is none', (file, text) => {
  expect(ask({ [file]: text, 'a.yaml': '' })).toEqual({ left: [], at: undefined, message: undefined, fix: undefined });
});

test('junk in the place of lists and paths names nothing', () => {
  expect(ask({ 'kustomization.yaml': 'patches: {path: a.yaml}\npatchesJson6902: [3, null, {path: [a.yaml]}]\npatchesStrategicMerge: a.yaml\nresources: 5\n', 'a.yaml': '' }).left).toEqual([]);
});

test.each([["it's", "'it'\\''s'"], ['-x', './-x'], ['a b', "'a b'"]])('the folder %s is named as a shell reads it', (folder, expected) => {
  expect(ask({ [`${folder}/kustomization.yaml`]: 'patches: []\n' }).fix).toBe(`judge what is applied: kustomize build ${expected} | cdk8s-stateful check -`);
});

test('an apiVersion that is no text makes no kustomization, and throws nothing', () => {
  expect(ask({ 'kustomization.yaml': 'apiVersion: {toString: 1}\n' }).fix).toBeUndefined();
});
