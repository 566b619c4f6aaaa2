import { type SoundSet, afterChange, findings, sound } from './harness';
import { textFields } from '../../src/rules/text-fields';

const of = (change: (s: SoundSet) => void) => afterChange(textFields, change);

test('text in all places passes, and so does what is left out', () => {
  expect(findings(textFields, sound().objects)).toEqual([]);
  expect(of(({ container }) => Object.assign(container, { env: [{ name: 'A', value: '1' }, { name: 'B' }, { name: 'C', value: null }], command: ['sh'], args: null }))).toEqual([]);
});

test('fails a number in a variable', () => {
  const [finding, ...others] = of(({ container }) => { container.env = [{ name: 'PORT', value: 3306 }]; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'text-fields', severity: 'error', path: 'spec.template.spec.containers[0].env[0].value', acknowledgeable: false });
  expect(finding.message).toBe('3306 is no text; the API server cannot read the StatefulSet and refuses it');
  expect(finding.fix).toBe('put it in quotes: "3306"');
});

test('fails a boolean, and says how YAML came to it', () => {
  expect(of(({ container }) => { container.env = [{ name: 'DEBUG', value: true }]; })[0].message).toContain('true is no text (YAML takes true, yes, on and their opposites for booleans)');
});

test('fails a number among arguments, and a command that is no list', () => {
  expect(of(({ container }) => { container.args = ['--port', 80]; })).toMatchObject([{ path: 'spec.template.spec.containers[0].args[1]' }]);
  expect(of(({ container }) => { container.command = 'sh -c true'; })).toMatchObject([{ path: 'spec.template.spec.containers[0].command', fix: 'write a list: ["sh","-c","true"]' }]);
});

test('fails a number in a selector: of the set, its Service and its budget', () => {
  expect(of(({ set, service, budget }) => {
    set.spec.selector.matchLabels.version = 2;
    service.spec.selector.version = 2;
    budget.spec.selector = { matchExpressions: [{ key: 'version', operator: 'In', values: [2, '3'] }] };
  }).map(({ kind, path }) => [kind, path])).toEqual([
    ['Service', 'spec.selector.version'], ['PodDisruptionBudget', 'spec.selector.matchExpressions[0].values[0]'], ['StatefulSet', 'spec.selector.matchLabels.version'],
  ]);
});

test('fails a number in a ConfigMap that the set reads, once, and no other', () => {
  const config = (name: string) => of(({ container, objects }) => {
    container.envFrom = [{ configMapRef: { name: 'settings' } }];
    container.env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'replicas' } } }];
    objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'prod' }, data: { replicas: 3, name: 'x' } });
  });
  expect(config('settings')).toMatchObject([{ kind: 'ConfigMap', path: 'data.replicas' }]);
  expect(config('other')).toEqual([]);
});
