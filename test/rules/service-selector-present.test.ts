import { afterChange, findings, sound } from './harness';
import { serviceSelectorPresent } from '../../src/rules/service-selector-present';

test('a governing Service with a selector passes', () => {
  expect(findings(serviceSelectorPresent, sound().objects)).toEqual([]);
});

test.each([undefined, null, {}, 'app=web', ['app']])('fails a governing Service whose selector holds %j, where a pod is called by its name', (selector) => {
  const [finding, ...others] = afterChange(serviceSelectorPresent, ({ service, container }) => {
    service.spec.selector = selector;
    container.args = ['--join', 'web-0.web'];
  });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-selector-present', severity: 'error', path: 'spec.selector', kind: 'Service', acknowledgeable: true });
  expect(finding.fix).toBe('copy the set\'s labels: selector: {"app":"web"}');
});

test('fails with the message that no pod has a name then, and who needs one', () => {
  const [finding] = afterChange(serviceSelectorPresent, ({ service }) => {
    service.spec.selector = {};
    service.spec.publishNotReadyAddresses = true;
  });
  expect(finding.message).toBe('the selector of "web" holds {}; it selects no pod, so the Service has no endpoints and no pod has a name, '
    + 'while publishNotReadyAddresses tells that the members look for each other');
});

test('fails with a warning while nobody calls a pod by its name, as a virtual IP and a missing serviceName do', () => {
  const [finding, ...others] = afterChange(serviceSelectorPresent, ({ service }) => { delete service.spec.selector; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.selector' });
  expect(finding.message).toContain('no pod has a name');
  expect(finding.message).not.toContain('while');
});

test('endpoints that are written by hand for that Service pass', () => {
  expect(afterChange(serviceSelectorPresent, ({ service, objects }) => {
    delete service.spec.selector;
    objects.push({ kind: 'EndpointSlice', metadata: { name: 'x', namespace: 'prod', labels: { 'kubernetes.io/service-name': 'web' } } });
  })).toEqual([]);
  expect(afterChange(serviceSelectorPresent, ({ service, objects }) => {
    delete service.spec.selector;
    objects.push({ kind: 'Endpoints', metadata: { name: 'web', namespace: 'prod' } });
  })).toEqual([]);
});

test('fails in spite of hand-written endpoints in another namespace', () => {
  expect(afterChange(serviceSelectorPresent, ({ service, objects }) => {
    delete service.spec.selector;
    objects.push({ kind: 'EndpointSlice', metadata: { name: 'x', namespace: 'staging', labels: { 'kubernetes.io/service-name': 'web' } } });
  })).toHaveLength(1);
});
