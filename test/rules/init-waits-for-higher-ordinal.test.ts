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

const severity = (script: string) => waiting(script).map((finding) => finding.severity).join();

test.each([
  'until nslookup web-1.web; do sleep 1; done', 'while ! nc -z web-1.web 80; do sleep 1; done; echo done', 'set -e; apk add curl\nuntil curl -m 2 -sf http://web-2.web.prod.svc:80/; do sleep 1; done',
  'for i in 0 1 2; do until getent hosts web-$i.web; do sleep 1; done; done', 'while true; do ping -c1 web-1.web && break; sleep 1; done', 'until nslookup web-1.web > /dev/null 2>&1; do :; done || true',
  'getent hosts web-1.web', 'echo start; nslookup web-1.web', 'nslookup web-1.web && echo there', 'nslookup web-1.web || exit 1; echo there', 'set -eu\nnslookup web-1.web\necho there',
  '(until nslookup web-1.web; do sleep 1; done)', 'until psql -h web-1.web -c "select 1"; do sleep 1; done', 'timeout 5 nslookup web-1.web',
])('fails what never ends or always fails without the pod: %s', (script) => {
  expect(severity(script)).toBe('error');
});

test.each([
  'until nslookup web-1.web || [ $n -ge 5 ]; do n=$((n+1)); done', 'until nslookup web-1.web; do [ $n -ge 5 ] && break; done', 'until nslookup web-1.web; do [ $n -ge 5 ] && exit 0; done',
  '[ -f /data/joined ] && exit 0; until nslookup web-1.web; do sleep 1; done', '[ -f /data/joined ] || until nslookup web-1.web; do sleep 1; done', 'until ./probe web-1.web; do sleep 1; done',
  'wait_for() { until nslookup web-1.web; do sleep 1; done; }; wait_for', 'wait-for-it.sh web-1.web:80 -- echo there', 'until getent hosts web-1.web | grep -q .; do sleep 1; done',
  'until [ -n "$(dig +short web-1.web)" ]; do sleep 1; done', 'until nslookup web-1; do sleep 1; done', 'until nslookup web-1.web.staging; do sleep 1; done', 'getent hosts localhost || nslookup web-1.web', 'while ! ip=$(getent hosts web-1.web); do sleep 1; done',
  'if ! nslookup web-1.web; then exit 1; fi', 'if [ ! -f /data/joined ]; then nslookup web-1.web; fi',
  'timeout 60 sh -c "until nslookup web-1.web; do sleep 1; done"', 'until curl --data web-1.web http://registry; do sleep 1; done',
])('fails with a warning what may go on without the pod: %s', (script) => {
  expect(severity(script)).toBe('warning');
});

test.each([
  'if getent hosts web-1.web; then echo join > /c/mode; else echo bootstrap > /c/mode; fi', 'ping -c1 -W1 web-1.web || true', 'curl -m 2 http://web-1.web || echo alone', 'nslookup web-1.web; echo done',
  '(until nslookup web-1.web; do sleep 1; done) & exit 0', 'wget -q http://config/file; echo web-1.web', '# until nslookup web-1.web\nwget -q http://config/file', 'wget http://config/web-1.web.conf',
  'while nslookup web-1.web; do sleep 1; done', 'cat > /wait.sh <<EOF\nuntil nslookup web-1.web; do sleep 1; done\nEOF\n', 'until nslookup web-1.web.staging.svc; do sleep 1; done', 'until nslookup web-1.web.example.com; do sleep 1; done', 'dig web-1.web; true',
  'nslookup web-1.web | tee /tmp/log', '! nslookup web-1.web', 'set -e; set +e; nslookup web-1.web; echo', 'set -u; nslookup web-1.web; echo', 'if a; then set -e; fi; nslookup web-1.web; echo',
  'nslookup web-1.web && join; true',
])('a script that does not wait for the pod passes: %s', (script) => {
  expect(severity(script)).toBe('');
});

test('fails a command without a shell that fails without the pod, and a shell that ends with the first failure', () => {
  const command = (...words: string[]) => afterChange(initWaitsForHigherOrdinal, ({ pod }) => { pod.initContainers = [{ name: 'wait', command: words }]; }).map((finding) => finding.severity);
  expect([command('nslookup', 'web-1.web'), command('/bin/sh', '-ec', 'nslookup web-1.web; echo'), command('bash', '-o', 'errexit', '-c', 'nslookup web-1.web; echo')]).toEqual([['error'], ['error'], ['error']]);
  expect([command('dockerize', '-wait', 'tcp://web-1.web:80'), command('sh', '-c', 'nslookup web-1.web; echo'), command('echo', 'web-1.web')]).toEqual([['warning'], [], []]);
});

test('fails a certain wait although a possible one stands before it', () => {
  expect(waiting('wait-for web-1.web:80; until nslookup web-2.web; do sleep 1; done')).toMatchObject([{ severity: 'error', message: expect.stringContaining('waits for web-2') }]);
});

test.each([
  ['a break before it', 'for i in 0 1 2; do\n [ "web-$i" = "$ME" ] && break\n until nslookup web-$i.web; do sleep 1; done\ndone'],
  ['a step to the next round before it', 'for i in 0 1 2; do\n [ "$i" -ge "$N" ] && continue\n until nslookup web-$i.web; do sleep 1; done\ndone'],
  ['a break behind a text with two angle brackets', 'until nslookup web-1.web; do echo "<<waiting"\n[ -f /skip ] && break\ndone'],
  ['a break behind an arithmetic shift', 'until nslookup web-1.web; do x=$((1<<n))\n[ -f /skip ] && break\ndone'],
  ['a break behind a here-document with a hyphen', 'until nslookup web-1.web; do cat <<END-OF-TEXT\nx\nEND-OF-TEXT\n[ -f /skip ] && break\ndone'],
  ['an exit in a case whose pattern has parentheses', 'case "$ME" in\n (web-0) exit 0 ;;\nesac\nuntil nslookup web-1.web; do sleep 1; done'],
  ['an exit by another word', 'until nslookup web-1.web; do command exit 0; done'],
])('fails with a warning what may end by %s', (_, script) => {
  expect(severity(script)).toBe('warning');
});

test('an empty list of a shell is no function, and the wait behind it is told', () => {
  expect(severity('hosts=()\nuntil nslookup web-1.web; do sleep 1; done')).toBe('error');
});

test('a script that reads the own name from a variable passes, whatever the variable is called', () => {
  const script = 'until [ "$ME" = web-0 ] || nslookup web-1.web; do sleep 1; done';
  const own = (fieldPath: string) => waiting(script, (set) => { set.spec.template.spec.initContainers[0].env = [{ name: 'ME', valueFrom: { fieldRef: { fieldPath } } }]; }).length;
  expect([own('metadata.name'), own("metadata.labels['apps.kubernetes.io/pod-index']"), own('status.podIP')]).toEqual([0, 0, 1]);
});

test('the argument of a script in a file is no script of the shell', () => {
  const run = (...command: string[]) => afterChange(initWaitsForHigherOrdinal, ({ pod }) => { pod.initContainers = [{ name: 'wait', command }]; }).map((finding) => finding.severity);
  expect([run('bash', '-o', 'errexit', '-c', 'nslookup web-1.web'), run('bash', '-e', '/run.sh', '-c', 'until nslookup web-1.web; do :; done')]).toEqual([['error'], ['warning']]);
});
