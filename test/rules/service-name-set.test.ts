import { afterChange, findings, sound } from './harness';
import { serviceNameSet } from '../../src/rules/service-name-set';

test('a set that names its Service passes', () => {
  expect(findings(serviceNameSet, sound().objects)).toEqual([]);
});

test('fails a set without serviceName beside the headless Service that was made for it', () => {
  const [finding, ...others] = afterChange(serviceNameSet, ({ set }) => { delete set.spec.serviceName; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'service-name-set', severity: 'error', path: 'spec.serviceName', acknowledgeable: true });
  expect(finding.message).toBe('spec.serviceName holds nothing; the pods get no subdomain, so no name of a single pod ever resolves, while the headless Service "web" is there to give them');
  expect(finding.fix).toContain('for example "web"');
});

test('fails a set without serviceName whose pods are called by name', () => {
  expect(afterChange(serviceNameSet, ({ set, container, objects }) => {
    delete set.spec.serviceName;
    container.args = ['--join=web-0.web.prod.svc'];
    objects.shift();
  })).toMatchObject([{ severity: 'error' }]);
});

test('where nobody asks for a single pod it is a warning: the field is documented as optional from 1.33 on', () => {
  expect(afterChange(serviceNameSet, ({ set, objects }) => {
    delete set.spec.serviceName;
    objects.shift();
  })).toMatchObject([{ severity: 'warning' }]);
});

test.each(['', null, 5, ['web']])('fails serviceName %j', (serviceName) => {
  expect(afterChange(serviceNameSet, ({ set }) => { set.spec.serviceName = serviceName; })).toHaveLength(1);
});

test('a Service that is not in the rendering is no concern of this rule', () => {
  expect(afterChange(serviceNameSet, ({ set }) => { set.spec.serviceName = 'elsewhere'; })).toEqual([]);
});
