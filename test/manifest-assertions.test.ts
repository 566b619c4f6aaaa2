import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ManifestAssertions } from '../src';
import { manifest } from './checker/manifests';

const BROKEN = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' });
const GADGET = { apiVersion: 'example.org/v1', kind: 'Gadget', metadata: { name: 'x' } };
const set = (replicas: number) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { replicas, serviceName: 'db', selector: { matchLabels: { app: 'db' } }, template: { metadata: { labels: { app: 'db' } }, spec: { restartPolicy: 'Never', containers: [{ name: 'db', image: 'x:1' }] } } } });

test('a sound text passes', () => {
  expect(() => ManifestAssertions.expectNoErrors(manifest())).not.toThrow();
});

test('fails on a text with errors, and lists them with their places', () => {
  expect(() => ManifestAssertions.expectNoErrors(BROKEN)).toThrow(/^the manifests have 1 finding:\n  8:14 error governing-service-headless: Service prod\/db spec\.clusterIP: .+; .+$/);
});

test('fails on warnings where none are wanted', () => {
  expect(() => ManifestAssertions.expectNoWarnings(manifest())).toThrow(/warning pdb-present: StatefulSet prod\/db/);
});

test('props reach the rules', () => {
  expect(() => ManifestAssertions.expectNoErrors(BROKEN, { disable: ['governing-service-headless'] })).not.toThrow();
});

test('fails on a Chart, an App, an object and a list of objects alike', () => {
  const app = new App();
  const chart = new Chart(app, 'test');
  new ApiObject(chart, 'db', set(3));
  for (const manifests of [chart, app, set(3), [set(3)]]) expect(() => ManifestAssertions.expectNoErrors(manifests)).toThrow(/restart-policy-always/);
});

test('charts of an app are judged each for itself: equal names in two of them are no collision', () => {
  const app = new App();
  for (const id of ['a', 'b']) {
    for (const object of [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ name: 'x', port: 1 }] } },
      { ...set(3), spec: { ...set(3).spec, template: { ...set(3).spec.template, spec: { containers: [{ name: 'db', image: 'x:1' }] } } } },
    ]) new ApiObject(new Chart(app, `${id}-${object.kind.toLowerCase()}`), 'x', object);
  }
  expect(() => ManifestAssertions.expectNoErrors(app)).not.toThrow();
});

test('fails on what holds no manifests, since nothing would be checked', () => {
  expect(() => ManifestAssertions.expectNoErrors(undefined)).toThrow('undefined holds no manifests, so nothing would be checked; give a Chart, an App, a YAML text or objects');
  expect(() => ManifestAssertions.expectNoErrors(3)).toThrow('3 holds no manifests');
});

test.each<[string, (chart: Chart) => any]>([
  ['a Chart', (chart) => chart],
  ['an App', (chart) => App.of(chart)],
  ['an ApiObject', (chart) => chart.node.findChild('db')],
  ['a text', () => JSON.stringify(set(3))],
  ['a list', () => [set(3)]],
  ['a list in a list', () => [GADGET, [set(3)]]],
  ['a List', () => ({ apiVersion: 'v1', kind: 'List', items: [set(3)] })],
])('fails on %s with errors behind a sound object of a list', (_, broken) => {
  const chart = new Chart(new App(), 'test');
  new ApiObject(chart, 'db', set(3));
  expect(() => ManifestAssertions.expectNoErrors([GADGET, broken(chart)])).toThrow(/restart-policy-always/);
});

test('a text in a list is called by its place', () => {
  expect(() => ManifestAssertions.expectNoErrors([GADGET, [BROKEN]])).toThrow(/^the manifests have 1 finding:\n  element 1\[0\]:8:14 error governing-service-headless: /);
});

test('a list is one set of objects: what one element names may be another', () => {
  const [service, statefulSet] = manifest().split('---\n');
  const settings = { closedWorld: true };
  expect(() => ManifestAssertions.expectNoErrors([statefulSet], settings)).toThrow(/governing-service-exists/);
  expect(() => ManifestAssertions.expectNoErrors([statefulSet, [service]], settings)).not.toThrow();
});

test('fails on every element that is nothing to judge, and names it', () => {
  const chart = new Chart(new App(), 'test');
  const construct = new Construct(chart, 'db');
  expect(() => ManifestAssertions.expectNoErrors([GADGET, null, [undefined, 3], {}, '# nothing', construct, () => 1])).toThrow(new Error([
    'element 1 is null',
    'element 2[0] is undefined',
    'element 2[1] is 3',
    'element 3 is {}, an object without a kind',
    'element 5 is the Construct "test/db"',
    'element 6 is the function',
    'element 4 is a text without an object of Kubernetes',
    'so it would not be checked; give a Chart, an App, a YAML text or objects, or leave it out',
  ].join('\n')));
});

test('fails on a construct that is neither Chart, App nor ApiObject, whose kind is no manifest', () => {
  const chart = new Chart(new App(), 'test');
  const construct = Object.assign(new Construct(chart, 'db'), { apiVersion: 'apps/v1', kind: 'StatefulSet' });
  expect(() => ManifestAssertions.expectNoErrors(construct)).toThrow('the Construct "test/db" holds no manifests, so nothing would be checked; give a Chart');
});

test('fails on manifests without an object, since there was nothing to judge', () => {
  const empty = new App();
  new Chart(empty, 'empty');
  for (const manifests of ['', '# nothing\n', '---\na: 1\n', [], {}, [[]], new Chart(new App(), 'empty'), new App(), empty]) {
    for (const assertion of [ManifestAssertions.expectNoErrors, ManifestAssertions.expectNoWarnings]) expect(() => assertion(manifests)).toThrow(/^the manifests hold no object, so there was nothing to judge; give /);
  }
});

test('objects that no rule reads are judged, and so is an app with a chart that holds nothing', () => {
  const app = new App();
  new Chart(app, 'empty');
  new ApiObject(new Chart(app, 'gadgets'), 'x', { apiVersion: 'example.org/v1', kind: 'Gadget', metadata: { name: 'x' } });
  expect(() => ManifestAssertions.expectNoErrors(app)).not.toThrow();
  expect(() => ManifestAssertions.expectNoErrors('kind: Gadget\n')).not.toThrow();
});

test('fails on a text that cannot be read with what is wrong about it', () => {
  expect(() => ManifestAssertions.expectNoErrors('a: b: c')).toThrow(/^the manifests have 1 finding:\n  1:5 error yaml-syntax: this is no YAML: /);
});

test('fails on a chart without objects and on a list that stands in itself, among what can be judged', () => {
  const list: any[] = [GADGET, new Chart(new App(), 'empty')];
  list.push(list);
  expect(() => ManifestAssertions.expectNoErrors(list)).toThrow(/^element 1 is the Chart "empty", in which there is no object\nelement 2 is a list that it stands in\n/);
});
