import { afterChange, findings, sound } from './harness';
import { serviceSelectorPresent } from '../../src/rules/service-selector-present';

test('a governing Service with a selector passes', () => {
  expect(findings(serviceSelectorPresent, sound().objects)).toEqual([]);
});

test.each([undefined, null, {}, 'app=web', ['app']])('fails a governing Service whose selector holds %j', (selector) => {
  const [finding, ...others] = afterChange(serviceSelectorPresent, ({ service }) => { service.spec.selector = selector; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-selector-present', severity: 'error', path: 'spec.selector', kind: 'Service', acknowledgeable: true });
  expect(finding.fix).toBe('copy the set\'s labels: selector: {"app":"web"}');
});

test('fails with the message that no pod has a name then', () => {
  const [finding] = afterChange(serviceSelectorPresent, ({ service }) => { service.spec.selector = {}; });
  expect(finding.message).toBe('the selector of "web" holds {}; it selects no pod, so the Service has no endpoints and no pod has a name');
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
