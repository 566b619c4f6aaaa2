import { afterChange, findings, sound } from './harness';
import { lifecycleValid } from '../../src/rules/lifecycle-valid';

const hooks = (lifecycle: any, minor = 28) => afterChange(lifecycleValid, ({ container }) => { container.lifecycle = lifecycle; }, minor);

test('a container without hooks passes, and so does one handler each', () => {
  expect(findings(lifecycleValid, sound().objects)).toEqual([]);
  expect(hooks({ preStop: { exec: { command: ['x'] } }, postStart: { httpGet: { port: 80 } } })).toEqual([]);
  expect(hooks({ preStop: { sleep: { seconds: 5 } }, postStart: null })).toEqual([]);
});

test('fails a hook without a handler that exists', () => {
  const [finding, ...others] = hooks({ preStop: { command: ['sleep', '5'] } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'lifecycle-valid', severity: 'error', path: 'spec.template.spec.containers[0].lifecycle.preStop', acknowledgeable: true });
  expect(finding.message).toBe('preStop of container "web" has no handler that exists (command); the pod cannot be created');
  expect(hooks({ preStop: {} }, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a hook with two handlers', () => {
  expect(hooks({ postStart: { exec: {}, httpGet: {} } })).toMatchObject([{ message: 'postStart of container "web" has the handlers exec and httpGet; the pod cannot be created' }]);
});

test('fails a hook on an init container, and not on a sidecar', () => {
  const init = (extra: any) => afterChange(lifecycleValid, ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'x:1', lifecycle: { preStop: { exec: {} } }, ...extra }]; });
  expect(init({})).toMatchObject([{ path: 'spec.template.spec.initContainers[0].lifecycle.preStop' }]);
  expect(init({ restartPolicy: 'Always' })).toEqual([]);
});
