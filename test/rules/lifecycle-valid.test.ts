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
  const init = (extra: any, minor?: number) => afterChange(lifecycleValid, ({ pod }) => { pod.initContainers = [{ name: 'i', image: 'x:1', lifecycle: { preStop: { exec: {} } }, ...extra }]; }, minor);
  expect(init({})).toMatchObject([{ path: 'spec.template.spec.initContainers[0].lifecycle.preStop' }]);
  expect(init({ restartPolicy: 'Always' }, 29)).toEqual([]);
  expect(init({ restartPolicy: 'Always' }, 28)).toMatchObject([{ fix: 'remove it, or target Kubernetes 1.29 or later' }]);
});

test('fails a postStart that sleeps before 1.30, and longer than the grace period', () => {
  const sleep = (seconds: number, minor: number) => hooks({ postStart: { sleep: { seconds } } }, minor).map(({ message }) => message);
  expect(sleep(5, 29)).toEqual(['postStart of container "web" has no handler that exists (sleep); the pod cannot be created']);
  expect(sleep(31, 36)).toEqual(['postStart of container "web" sleeps 31 seconds, more than the 30 that the pod has to stop; the pod cannot be created']);
  expect(sleep(30, 36)).toEqual([]);
});

test('a sleep that a version drops is no second handler', () => {
  const both = (minor: number) => hooks({ preStop: { exec: { command: ['x'] }, sleep: { seconds: 1 } } }, minor).length;
  expect([both(29), both(30)]).toEqual([0, 1]);
});
