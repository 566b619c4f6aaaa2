import { readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { PrometheusArticleChart } from '../examples/prometheus-article/main';

const source = parse(readFileSync(join(__dirname, 'fixtures/prometheus-k8s.yaml'), 'utf8'));
const readme = readFileSync(join(__dirname, '../examples/prometheus-article/README.md'), 'utf8');
const chart = new PrometheusArticleChart(Testing.app(), 'prometheus-article');
const objects: any[] = chart.toJson();
const ours = objects.find((object) => object.kind === 'StatefulSet');

/** Every path to a leaf of a JSON value, with the leaf. */
function leaves(value: any, path = ''): Array<[string, unknown]> {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return isBranch ? Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`)) : [[path, value]];
}

/** Paths of a value that another one does not have. */
function added(value: any, to: any): string[] {
  const known = new Set(leaves(to).map(([path]) => path));
  return leaves(value).map(([path]) => path).filter((path) => !known.has(path));
}

describe('the pod template of the article', () => {
  test('equals ours to the last field and list order', () => {
    expect(ours.spec.template).toStrictEqual(source.spec.template);
  });

  test.each(leaves(source.spec.template))('has at %s what ours has', (path, value) => {
    expect(new Map(leaves(ours.spec.template)).get(path)).toStrictEqual(value);
  });

  test('has no field that ours adds to', () => {
    expect(added(ours.spec.template, source.spec.template)).toEqual([]);
  });
});

describe('the StatefulSet of the article', () => {
  test.each(Object.keys(source.spec))('has the same spec.%s as ours', (field) => {
    expect(ours.spec[field]).toStrictEqual(source.spec[field]);
  });

  test.each(leaves(source.metadata))('has its metadata%s in ours', (path, value) => {
    expect(new Map(leaves(ours.metadata)).get(path)).toEqual(value);
  });

  test('is of the same API as ours', () => {
    expect([ours.apiVersion, ours.kind]).toEqual(['apps/v1', 'StatefulSet']);
    expect([source.apiVersion, source.kind]).toEqual(['apps/v1', 'StatefulSet']);
  });
});

describe('what is added around the article', () => {
  const OBJECTS = ['Service prometheus-operated', 'PodDisruptionBudget prometheus-k8s', 'Service prometheus-k8s'];
  const LABELS = ['app.kubernetes.io/instance', 'app.kubernetes.io/managed-by', 'app.kubernetes.io/name'];

  test('is a governing Service, a budget and a client Service, and no other object', () => {
    expect(objects.filter((object) => object !== ours).map((object) => `${object.kind} ${object.metadata.name}`)).toEqual(OBJECTS);
  });

  test('is three labels of the StatefulSet, and no annotation, spec field or other metadata', () => {
    expect(added(ours, source)).toEqual(LABELS.map((label) => `/metadata/labels/${label}`));
  });

  test.each([...OBJECTS, ...LABELS])('has its reason in the README: %s', (addition) => {
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.split('|')[1].includes(`\`${addition}\``));
    expect(row?.split('|')[2].trim()).toMatch(/\w+ \w+/);
  });

  test('answers to the name that the article pings, on the port web', () => {
    const pinged = objects.find((object) => object.kind === 'Service' && object.metadata.name === 'prometheus-k8s');
    expect(pinged.metadata.namespace).toBe('kubesphere-monitoring-system');
    expect(pinged.spec).toEqual({
      type: 'ClusterIP',
      selector: { app: 'prometheus', prometheus: 'k8s' },
      ports: [{ name: 'web', port: 9090, targetPort: 'web', protocol: 'TCP' }],
    });
  });
});
