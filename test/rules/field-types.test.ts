import { afterChange, findings, parse } from './harness';
import { fieldTypes } from '../../src/rules/field-types';

test('a sound set holds what can be read', () => {
  expect(afterChange(fieldTypes, () => undefined)).toEqual([]);
});

test.each<[string, Parameters<typeof afterChange>[1], string, string]>([
  ['a flag in quotes', ({ pod }) => { pod.automountServiceAccountToken = 'false'; }, 'spec.template.spec.automountServiceAccountToken', 'automountServiceAccountToken is "false"'],
  ['a command that is no list', ({ container }) => { container.command = '/db'; }, 'spec.template.spec.containers[0].command', 'command is "/db"'],
  ['an argument that is a number', ({ container }) => { container.args = ['--port', 5432]; }, 'spec.template.spec.containers[0].args[1]', 'args[1] is 5432'],
  ['a variable that is a number', ({ container }) => { container.env = [{ name: 'A', value: 1 }]; }, 'spec.template.spec.containers[0].env[0].value', 'value is 1'],
  ['resources that are text', ({ container }) => { container.resources = '1Gi'; }, 'spec.template.spec.containers[0].resources', 'resources is "1Gi"'],
  ['a claim whose access modes are text', ({ claim }) => { claim.spec.accessModes = 'ReadWriteOnce'; }, 'spec.volumeClaimTemplates[0].spec.accessModes', 'accessModes is "ReadWriteOnce"'],
])('fails %s, which every version refuses', (_name, change, path, message) => {
  for (const minor of [28, 36]) {
    const [finding, ...others] = afterChange(fieldTypes, change, minor);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ path, severity: 'error', acknowledgeable: false, message: `${message}, which the API server cannot read; it refuses the StatefulSet` });
  }
});

test('fails in Services, budgets and policies too', () => {
  const found = findings(fieldTypes, parse(`
{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { publishNotReadyAddresses: 'true', selector: { a: b } } }
---
{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { selector: a } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, policyTypes: Ingress } }
`));
  expect(found.map(({ kind, path, fix }) => `${kind} ${path}: ${fix}`)).toEqual([
    'Service spec.publishNotReadyAddresses: write true or false without quotes',
    'PodDisruptionBudget spec.selector: write an object',
    'NetworkPolicy spec.policyTypes: write a list',
  ]);
});

test('a kind of another group is not judged', () => {
  expect(findings(fieldTypes, [{ apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'a' }, spec: { selector: 1, ports: 1 } }])).toEqual([]);
});

test('fields whose values an older version drops are read by it all the same', () => {
  expect(afterChange(fieldTypes, ({ pod }) => { pod.resourceClaims = 1; }, 28)).toMatchObject([{ path: 'spec.template.spec.resourceClaims', acknowledgeable: false }]);
});
