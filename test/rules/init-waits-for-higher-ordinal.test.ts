import { afterChange, findings, sound } from './harness';
import { initWaitsForHigherOrdinal } from '../../src/rules/init-waits-for-higher-ordinal';

test('the sound set passes', () => {
  expect(findings(initWaitsForHigherOrdinal, sound().objects)).toEqual([]);
});

const waiting = (script: string, change: (set: any) => void = () => {}) => afterChange(initWaitsForHigherOrdinal, ({ set, pod }) => {
  pod.initContainers = [{ name: 'wait', command: ['sh', '-c'], args: [script] }];
  change(set);
});

test('fails an init container that waits for a pod of a higher ordinal', () => {
  const [finding, ...others] = waiting('until nslookup web-2.web; do sleep 1; done');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.template.spec.initContainers[0]', acknowledgeable: true });
  expect(finding.message).toBe('init container "wait" waits for web-2, which OrderedReady creates only when web-0 is ready; '
    + 'web-0 runs this init container first, so neither ever starts');
});

test('fails a wait for web-6 where ordinals start at 5, and not one for web-5', () => {
  const from5 = (set: any) => { set.spec.ordinals = { start: 5 }; };
  expect(waiting('getent hosts web-6.web', from5)).toHaveLength(1);
  expect(waiting('getent hosts web-5.web', from5)).toEqual([]);
});

test('a wait for the first pod, for a pod of another set or for a longer name passes', () => {
  for (const host of ['web-0.web', 'my-web-1.db', 'web-1-metrics', 'web-1a', 'web']) expect(waiting(`until nslookup ${host}; do sleep 1; done`)).toEqual([]);
});

test('a mention without a wait passes', () => {
  expect(waiting('echo peers=web-0,web-1,web-2 > /etc/peers')).toEqual([]);
});

test('a script that asks for its own name passes, as it may wait for its predecessor', () => {
  expect(waiting('case $HOSTNAME in web-2) until nslookup web-1.web; do sleep 1; done;; esac')).toEqual([]);
});

test('a Parallel set and a sidecar pass', () => {
  expect(waiting('until nslookup web-1; do sleep 1; done', (set) => { set.spec.podManagementPolicy = 'Parallel'; })).toEqual([]);
  expect(waiting('until nslookup web-1; do sleep 1; done', (set) => { set.spec.template.spec.initContainers[0].restartPolicy = 'Always'; })).toEqual([]);
});

test('fails with a warning a start script that loops until a higher ordinal answers', () => {
  expect(afterChange(initWaitsForHigherOrdinal, ({ container }) => { container.args = ['sh', '-c', 'until pg_isready -h web-1.web; do sleep 1; done; exec server']; })).toMatchObject([{
    severity: 'warning', path: 'spec.template.spec.containers[0]', message: expect.stringContaining('waits for web-1, which OrderedReady creates only when web-0 is ready'),
  }]);
});
