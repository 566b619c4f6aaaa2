import { join } from 'path';
import { ran } from './terminal';
import { run } from '../../src/cli/program';

const CHART = join(__dirname, '../../examples/etcd/manifests/etcd.k8s.yaml');
test('help tells every option, the exit codes and examples', async () => {
  const { status, out } = await ran('check --help');
  expect(status).toBe(0);
  for (const text of ['--format', '--kubernetes-version', '--closed-world', '--config', '--disable', '--min-severity', '--explain', 'Exit code: 0 without errors, 1 with errors, 2 for', 'Examples:\n']) expect(out).toContain(text);
});

test('manifests are judged, and the status is that of the verdict', async () => {
  const { status, out, err } = await ran(`check ${CHART} --min-severity error`);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^0 errors, .* 1 StatefulSet among \d+ objects in 1 file\n$/);
});

test('--disable may be repeated and takes lists', async () => {
  expect(await ran(`check ${CHART} --disable pdb-present --disable pdb-quorum,replicas-zero`)).toMatchObject({ status: 0 });
});

test('a list of --disable may have spaces, and an empty one leaves out nothing', async () => {
  const ended = (...disable: string[]) => run(['check', CHART, '--disable', ...disable], { out: () => undefined, err: () => undefined } as any);
  expect([await ended('pdb-present, pdb-quorum ,'), await ended('')]).toEqual([0, 0]);
});

test('a rule is explained without reading manifests', async () => {
  expect(await ran('check --explain pdb-quorum')).toMatchObject({ status: 0, out: expect.stringMatching(/^pdb-quorum \(error; /) });
});

test.each([
  ['check', 'error: nothing to check: name files, folders or globs, or - for stdin\n'],
  ['check --format xml x', 'error: --format xml is none of text, json, sarif, github, junit\n'],
  ['check --bogus', "error: unknown option '--bogus'\n"],
  ['check --explain pdb-hp', 'error: there is no rule pdb-hp, for example pdb-hpa; cdk8s-stateful rules lists all of them\n'],
  ['check --explain kind', 'error: there is no rule kind, for example stateful-set-kind'],
  ['check --explain gone', 'error: there is no rule gone; cdk8s-stateful rules lists all of them\n'],
])('fails with 2 on `%s`, and writes nothing', async (line, message) => {
  expect(await ran(line)).toMatchObject({ status: 2, out: '', err: expect.stringContaining(message) });
});
