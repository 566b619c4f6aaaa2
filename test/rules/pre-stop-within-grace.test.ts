import { afterChange, findings, sound } from './harness';
import { preStopWithinGrace } from '../../src/rules/pre-stop-within-grace';

test('the sound set passes', () => {
  expect(findings(preStopWithinGrace, sound().objects)).toEqual([]);
});

const preStop = (hook: any, minor = 28, grace?: number) => afterChange(preStopWithinGrace, ({ pod, container }) => {
  container.lifecycle = { preStop: hook };
  if (grace === undefined) delete pod.terminationGracePeriodSeconds;
  else pod.terminationGracePeriodSeconds = grace;
}, minor);
const exec = (...command: any[]) => ({ exec: { command } });

test('fails a script that sleeps longer than the default grace period of 30 seconds', () => {
  const [finding, ...others] = preStop(exec('sh', '-c', 'touch /drain; sleep 60'));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.template.spec.containers[0].lifecycle.preStop', acknowledgeable: true });
  expect(finding.message).toBe('container "web": preStop sleeps 60 seconds of the 30 that the pod has to stop: the process is killed without a clean shutdown');
});

test('fails minutes and separate arguments as well', () => {
  expect(preStop(exec('sleep', '1m'), 28, 45)[0].message).toContain('preStop sleeps 60 seconds of the 45');
});

test('fails a sleep above the grace period, which the API server refuses from 1.34 on', () => {
  expect(preStop({ sleep: { seconds: 20 } }, 33, 10)).toMatchObject([{ acknowledgeable: true }]);
  expect(preStop({ sleep: { seconds: 20 } }, 34, 10)).toMatchObject([{ acknowledgeable: false }]);
  expect(preStop({ sleep: { seconds: 10 } }, 36, 10)).toMatchObject([{ acknowledgeable: true }]);
});

test('fails the sleep handler on Kubernetes 1.29, which drops it', () => {
  expect(preStop({ sleep: { seconds: 5 } }, 29)[0].message).toContain('preStop uses sleep, which Kubernetes 1.29 drops');
});

test('short sleeps, other commands and junk pass', () => {
  for (const hook of [exec('sleep', '5'), exec('/bin/drain'), exec('nosleep 99'), exec(null, { sleep: 99 }), { httpGet: { path: '/' } }, 'sleep 99', [], null]) {
    expect(preStop(hook)).toEqual([]);
  }
  expect(preStop({ sleep: { seconds: 5 } }, 30)).toEqual([]);
});

test('a grace period of 0 is left to its own rule', () => {
  expect(preStop(exec('sleep', '5'), 28, 0)).toEqual([]);
});

test('fails a sleep above a grace period of nothing, which the API server refuses', () => {
  expect(preStop({ sleep: { seconds: 5 } }, 36, 0)).toMatchObject([{ acknowledgeable: false }]);
  expect(preStop({ sleep: {} }, 36, -1)).toMatchObject([{ acknowledgeable: false }]);
  expect([preStop({ sleep: {} }, 36, 0), preStop(exec('sleep', '5'), 36, 0)]).toEqual([[], []]);
});

test('fails a sleep of 0 seconds before 1.33', () => {
  expect(preStop({ sleep: {} }, 32)).toMatchObject([{ message: expect.stringContaining('sleeps 0 seconds, which Kubernetes 1.32 refuses') }]);
  expect(preStop({ sleep: {} }, 33)).toEqual([]);
});

test('a sleep that is dropped beside another handler is accepted', () => {
  expect(preStop({ ...exec('/bin/drain'), sleep: { seconds: 5 } }, 29)).toEqual([]);
});
