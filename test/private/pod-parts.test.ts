import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { StatefulWorkload } from '../../src';
import { chart, db, refusal } from '../support';

const empty = (it: ReturnType<typeof db>, name: string, id = name) => kplus.Volume.fromEmptyDir(it.chart, id, name);
const errors = ({ workload }: { workload: StatefulWorkload }) => workload.findings.filter((f) => f.severity === 'error').map((f) => [f.ruleId, f.path]);

test('fails a set without a container under the rule for it, and not as a rendering that broke', () => {
  const scope = chart();
  new StatefulWorkload(scope, 'empty', { replicas: 3, headlessService: { appProtocols: { sql: 'tcp' } } }).addClientService();
  expect(refusal(scope).split('\n').slice(1)).toEqual([
    '  [test/empty] container-present: StatefulSet prod/empty addContainer: no container is declared: no pod can be created from the template, '
    + 'and before 1.34 the API server accepts the set all the same; call addContainer() with an image, or give containers',
  ]);
});

test('fails a volume that has the name of a claim, mounted or added', () => {
  const mounted = db();
  mounted.container.mount('/x', empty(mounted, 'data'));
  const added = db();
  added.workload.addVolume(empty(added, 'data'));
  for (const it of [mounted, added]) expect(errors(it)).toEqual([['vct-shadows-volume', 'claim("data")']]);
  expect(mounted.workload.findings[0].message).toBe('a volume of the pod is called "data" as well: the controller puts the claim in its place, so what the volume holds never reaches a container');
});

test('fails two volumes of one name once, wherever they are mounted', () => {
  const it = db();
  ['a', 'b', 'c'].forEach((id) => it.container.mount(`/${id}`, empty(it, 'scratch', id)));
  expect(errors(it)).toEqual([['volume-name-unique', 'volume "scratch"']]);
});

test('fails a second volume that is added under a name, and adds the same one again without a word', () => {
  const it = db();
  const first = empty(it, 'scratch', 'a');
  it.workload.addVolume(first);
  it.workload.addVolume(first);
  expect(errors(it)).toEqual([]);
  it.workload.addVolume(empty(it, 'scratch', 'b'));
  expect(errors(it)).toEqual([['volume-name-unique', 'volume "scratch"']]);
  expect(it.workload.volumes).toEqual([first]);
});

test('fails two volumes of one name among the props', () => {
  const scope = chart();
  const volumes = ['a', 'b'].map((id) => kplus.Volume.fromEmptyDir(scope, id, 'scratch'));
  expect(errors(db({ volumes }, scope))).toEqual([['volume-name-unique', 'volume "scratch"']]);
});

test('fails the claim of another workload as a stranger, also where its name is taken here', () => {
  const scope = chart();
  const [a, b] = [db({}, scope, 'a'), db({}, scope, 'b')];
  const foreign = a.workload.claim('data-2', { storage: Size.gibibytes(1) }).mount(a.container, '/more');
  b.workload.claim('data-2', { storage: Size.gibibytes(1) }).mount(b.container, '/more');
  foreign.mount(b.container, '/foreign');
  expect(errors(b)).toEqual([['declaration', 'spec.template.spec']]);
  expect(errors(a)).toEqual([]);
});

test('one volume may be mounted often', () => {
  const it = db();
  const volume = empty(it, 'scratch');
  it.container.mount('/a', volume);
  it.container.mount('/b', volume);
  it.workload.addVolume(volume);
  expect(errors(it)).toEqual([]);
});
