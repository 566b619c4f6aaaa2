import { afterChange, findings, sound } from './harness';
import { publishNotReadyAddresses } from '../../src/rules/publish-not-ready-addresses';

test('a set that declares nothing passes, also one of several members in parallel', () => {
  expect(findings(publishNotReadyAddresses, sound().objects)).toEqual([]);
  expect(afterChange(publishNotReadyAddresses, ({ set }) => { set.spec.podManagementPolicy = 'Parallel'; })).toEqual([]);
});

test('fails members that are declared to bootstrap together behind a Service that hides them', () => {
  const [finding, ...others] = afterChange(publishNotReadyAddresses, ({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': 'together' }; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'publish-not-ready-addresses', severity: 'error', path: 'spec.publishNotReadyAddresses', kind: 'Service' });
  expect(finding.message).toBe('publishNotReadyAddresses holds nothing; DNS hides members until they are ready, '
    + 'and these are declared to look each other up before that: each waits for the others forever');
});

const quorum = (podManagementPolicy: string, replicas: number) => afterChange(publishNotReadyAddresses, ({ set }) => {
  set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' };
  Object.assign(set.spec, { podManagementPolicy, replicas });
});

test('fails with a warning for a quorum that starts in parallel', () => {
  expect(quorum('Parallel', 3)).toMatchObject([{ severity: 'warning' }]);
});

test('a quorum that starts in order passes, and so does one of a single member', () => {
  expect(quorum('OrderedReady', 3)).toEqual([]);
  expect(quorum('Parallel', 1)).toEqual([]);
});

test('a Service that publishes, or that is not in the rendering, passes', () => {
  expect(afterChange(publishNotReadyAddresses, ({ set, service }) => {
    set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': '' };
    service.spec.publishNotReadyAddresses = true;
  })).toEqual([]);
  expect(afterChange(publishNotReadyAddresses, ({ set }) => {
    set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': '' };
    set.spec.serviceName = 'elsewhere';
  })).toEqual([]);
});

test('fails with a warning members that start in parallel and know each other by name', () => {
  const named = (change: (s: any) => void = () => undefined) => afterChange(publishNotReadyAddresses, (s) => {
    s.set.spec.podManagementPolicy = 'Parallel';
    s.container.args = ['--initial-cluster=web-0.web,web-1.web,web-2.web'];
    change(s);
  });
  expect(named()).toMatchObject([{ severity: 'warning', message: expect.stringContaining('know each other as "web-0.web"') }]);
  expect(named(({ container }) => { delete container.readinessProbe; })).toEqual([]);
  expect(named(({ set }) => { set.spec.podManagementPolicy = 'OrderedReady'; })).toEqual([]);
  expect(named(({ set }) => { set.spec.replicas = 1; })).toEqual([]);
});
