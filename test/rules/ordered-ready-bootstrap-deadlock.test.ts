import { afterChange, findings, sound } from './harness';
import { orderedReadyBootstrapDeadlock } from '../../src/rules/ordered-ready-bootstrap-deadlock';

test('the sound set passes', () => {
  expect(findings(orderedReadyBootstrapDeadlock, sound().objects)).toEqual([]);
});

const together = (change: (spec: any) => void = () => {}) => afterChange(orderedReadyBootstrapDeadlock, ({ set }) => {
  set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': 'together' };
  change(set.spec);
});

test('fails members that bootstrap together one after the other', () => {
  const [finding, ...others] = together();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.podManagementPolicy', acknowledgeable: true });
  expect(finding.message).toContain('OrderedReady creates web-1 only when web-0 is ready');
  expect(finding.fix).toBe('write podManagementPolicy: Parallel before the first apply: the field is immutable');
});

test('fails them with the policy left out, as OrderedReady is the default', () => {
  expect(together((spec) => { delete spec.podManagementPolicy; })).toHaveLength(1);
});

test('fails with the names of the first two pods where ordinals start at 5', () => {
  expect(together((spec) => { spec.ordinals = { start: 5 }; })[0].message).toContain('OrderedReady creates web-6 only when web-5 is ready');
});

test('Parallel members, a single member and a policy that the API server refuses pass', () => {
  expect(together((spec) => { spec.podManagementPolicy = 'Parallel'; })).toEqual([]);
  expect(together((spec) => { spec.replicas = 1; })).toEqual([]);
  expect(together((spec) => { spec.podManagementPolicy = 'Serial'; })).toEqual([]);
});

test('an init container that waits for a higher ordinal is left to its own rule', () => {
  expect(together((spec) => { spec.template.spec.initContainers = [{ name: 'wait', command: ['sh', '-c', 'until nslookup web-1.web; do sleep 1; done'] }]; })).toEqual([]);
});

test('fails a readiness probe that asks for a higher ordinal', () => {
  const [finding, ...others] = afterChange(orderedReadyBootstrapDeadlock, ({ container }) => { container.readinessProbe = { exec: { command: ['sh', '-c', 'redis-cli -h web-1.web ping'] } }; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.template.spec.containers[0].readinessProbe.exec.command' });
  expect(finding.message).toContain('readinessProbe of container "web" asks for web-1, which OrderedReady creates only when web-0 is ready');
});

test('a probe that asks the member itself or the first one passes', () => {
  for (const host of ['localhost', 'web-0.web', '$HOSTNAME.web']) {
    expect(afterChange(orderedReadyBootstrapDeadlock, ({ container }) => { container.readinessProbe = { exec: { command: ['ping', host] } }; })).toEqual([]);
  }
});

test('fails with a warning a probe that may be satisfied without the pod, and passes one that is', () => {
  const probe = (...command: string[]) => afterChange(orderedReadyBootstrapDeadlock, ({ container }) => {
    container.readinessProbe = { exec: { command } };
  }).map(({ severity }) => severity);
  expect([probe('sh', '-c', 'pg_isready -h localhost || psql -h web-1.web'), probe('/check', 'web-1.web'), probe('sh', '-c', 'psql -h web-1.web || true'), probe('sh', '-c', 'echo web-1.web')])
    .toEqual([['warning'], ['warning'], [], []]);
});

test('fails members that bootstrap together beside an init container that may wait', () => {
  expect(together((spec) => { spec.template.spec.initContainers = [{ name: 'wait', command: ['sh', '-c', 'wait-for web-1.web:80'] }]; })).toHaveLength(1);
});
