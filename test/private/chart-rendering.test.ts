import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { renderChartsAlone } from '../../src/private/chart-rendering';
import { db } from '../support';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((made) => rmSync(made, { recursive: true })));

function folder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'charts-')));
  return folders.at(-1)!;
}

const object = (scope: Construct, id: string) => new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });

/** Charts that depend on each other, one inside another, objects in an order that their dependencies turn round. */
function entangled(app: App): void {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => new Chart(app, id, { namespace: id }));
  const inner = new Chart(new Construct(b, 'group'), 'inner');
  const objects = [a, a, b, inner, c, c].map((scope, i) => object(scope, `object-${i}`));
  objects[0].addDependency(objects[1]);
  objects[1].addDependency(objects[4]);
  objects[3].addDependency(c);
  a.addDependency(b);
}

function written(outdir: string): Record<string, string> {
  return Object.fromEntries(readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]));
}

test.each([YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE])(
  'files and their order are those of cdk8s, in output type %s', (yamlOutputType) => {
    const [stock, ours] = [false, true].map((alone) => {
      const app = new App({ outdir: folder(), yamlOutputType });
      entangled(app);
      const restore = alone ? renderChartsAlone(app) : () => undefined;
      app.synth();
      restore();
      return written(app.outdir);
    });
    expect(Object.keys(ours).length).toBeGreaterThan(0);
    expect(ours).toEqual(stock);
  });

test('a validation is asked once in a synth of many charts, and as often as before on each chart alone', () => {
  const app = new App({ outdir: folder() });
  db({}, new Chart(app, 'first', { namespace: 'prod' }));
  for (let i = 0; i < 20; i++) object(new Chart(app, `chart-${i}`), `object-${i}`);
  let asked = 0;
  app.node.addValidation({ validate: () => { asked++; return []; } });
  app.synth();
  expect(asked).toBe(1);
  (app.node.findChild('first') as Chart).toJson();
  expect(asked).toBe(2);
  expect(app.synthYaml()).toContain('kind: StatefulSet');
  expect(asked).toBe(3);
});

test('a chart that renders itself in its own way goes on doing so', () => {
  class Own extends Chart {
    public toJson(): any[] {
      return [...super.toJson(), { kind: 'Extra' }];
    }
  }
  const app = new App({ outdir: folder() });
  db({}, new Own(app, 'own', { namespace: 'prod' }));
  app.synth();
  expect(Object.values(written(app.outdir))[0]).toContain('kind: Extra');
});

test('charts are as they were after a synth, also after one that failed', () => {
  const app = new App({ outdir: folder() });
  const chart = new Chart(app, 'chart', { namespace: 'prod' });
  const { workload } = db({}, chart);
  app.synth();
  expect(chart.toJson).toBe(Chart.prototype.toJson);
  workload.acknowledge('no-such-rule', 'x');
  expect(() => app.synth()).toThrow('no-such-rule');
  expect(Object.keys(chart)).not.toContain('toJson');
});
