import { ApiObject, App, Chart } from 'cdk8s';
import { ManifestAssertions } from '../src';
import { manifest } from './checker/manifests';

const BROKEN = manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' });
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

test('fails on manifests without an object, since there was nothing to judge', () => {
  const empty = new App();
  new Chart(empty, 'empty');
  for (const manifests of ['', '# nothing\n', '---\na: 1\n', [], {}, [null], new Chart(new App(), 'empty'), new App(), empty]) {
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
