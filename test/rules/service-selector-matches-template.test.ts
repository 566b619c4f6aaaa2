import { afterChange, findings, sound } from './harness';
import { serviceSelectorMatchesTemplate } from '../../src/rules/service-selector-matches-template';

test('a selector of labels that the template carries passes, also beside further labels', () => {
  expect(findings(serviceSelectorMatchesTemplate, sound().objects)).toEqual([]);
  expect(afterChange(serviceSelectorMatchesTemplate, ({ set }) => { set.spec.template.metadata.labels.tier = 'db'; })).toEqual([]);
});

test('fails a selector with a label that the template does not carry', () => {
  const [finding, ...others] = afterChange(serviceSelectorMatchesTemplate, ({ service }) => { service.spec.selector = { app: 'web', tier: 'db' }; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-selector-matches-template', severity: 'error', path: 'spec.selector.tier', kind: 'Service', acknowledgeable: true });
  expect(finding.message).toContain('the selector asks for {"tier":"db"}, which the pod template of StatefulSet "web" does not carry');
  expect(finding.fix).toBe('copy the set\'s labels: selector: {"app":"web"}');
});

test('fails a selector with another value', () => {
  expect(afterChange(serviceSelectorMatchesTemplate, ({ service }) => { service.spec.selector = { app: 'wbe' }; })).toHaveLength(1);
});

test('a set that is selected by expressions does not matter: only template labels do', () => {
  expect(afterChange(serviceSelectorMatchesTemplate, ({ set }) => { set.spec.selector = { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] }; })).toEqual([]);
});

test('an empty selector and a Service for clients are left to other rules', () => {
  expect(afterChange(serviceSelectorMatchesTemplate, ({ service, objects }) => {
    service.spec.selector = {};
    objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'primary', namespace: 'prod' }, spec: { selector: { app: 'web', role: 'primary' } } });
  })).toEqual([]);
});

test('fails each of two sets that share the Service and lack the label', () => {
  expect(afterChange(serviceSelectorMatchesTemplate, ({ service, set, objects }) => {
    service.spec.selector = { app: 'x' };
    const second = structuredClone(set);
    second.metadata.name = 'second';
    objects.push(second);
  })).toHaveLength(2);
});

test('what the selector of the set misses in the template as well is said there alone', () => {
  expect(afterChange(serviceSelectorMatchesTemplate, ({ set }) => { delete set.spec.template.metadata; })).toEqual([]);
});
