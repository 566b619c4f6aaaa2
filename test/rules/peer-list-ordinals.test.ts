import { afterChange, findings, sound } from './harness';
import { peerListOrdinals } from '../../src/rules/peer-list-ordinals';

const env = (value: unknown, change: (s: any) => void = () => {}) => afterChange(peerListOrdinals, (s) => {
  s.container.env = [{ name: 'PEERS', value }];
  change(s);
});

test('a set without peer names passes, and so do lists of some or all of its members', () => {
  expect(findings(peerListOrdinals, sound().objects)).toEqual([]);
  expect(env('web-0.web,web-1.web,web-2.web')).toEqual([]);
  expect(env('http://web-0.web.prod.svc.cluster.local:2380')).toEqual([]);
});

test('fails a name above the last ordinal', () => {
  const [finding, ...others] = env('web-2.web:80,web-3.web:80,web-4.web:80');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-list-ordinals', severity: 'error', path: 'spec.template.spec.containers[0].env[0].value', acknowledgeable: true });
  expect(finding.message).toContain('"web-3.web" names ordinal 3, the set has 0 to 2; the member never exists');
});

test('fails a name below the first ordinal, in arguments and commands of init containers too', () => {
  const found = afterChange(peerListOrdinals, ({ set, pod, container }) => {
    set.spec.ordinals = { start: 1 };
    container.args = ['--join', 'web-0.web.prod'];
    pod.initContainers = [{ command: ['sh', '-c', 'nslookup web-0.web'] }];
  });
  expect(found.map(({ path }) => path)).toEqual(['spec.template.spec.containers[0].args[1]', 'spec.template.spec.initContainers[0].command[2]']);
});

test.each(['other-7.web', 'my-web-7.web', 'web-7.web-client', 'web-7.web.example.com', 'web-7.web.staging.svc', 'x.web-7.web', 'web-7', 'web-07.web', 'web-$(N).web'])(
  '%s is no name of this set', (value) => {
    expect(env(value)).toEqual([]);
  });

test('a count that is written nowhere or zero tells nothing, and an autoscaler raises the last ordinal', () => {
  expect(env('web-7.web', ({ set }) => { delete set.spec.replicas; })).toEqual([]);
  expect(env('web-7.web', ({ set }) => { set.spec.replicas = 0; })).toEqual([]);
  const scaled = (maxReplicas: number) => env('web-7.web', ({ objects }) => objects.push({
    kind: 'HorizontalPodAutoscaler', metadata: { name: 'web', namespace: 'prod' }, spec: { maxReplicas, scaleTargetRef: { kind: 'StatefulSet', name: 'web' } },
  }));
  expect(scaled(8)).toEqual([]);
  expect(scaled(7)).toHaveLength(1);
});

test('values that are no text do not throw', () => {
  expect(env(5, ({ container }) => { container.args = [null, {}]; container.command = 'web-9.web'; })).toEqual([]);
});

const config = (data: unknown, change: (s: any) => void = () => {}, kind = 'ConfigMap', field = 'data') => afterChange(peerListOrdinals, (s) => {
  s.container.envFrom = [{ [kind === 'Secret' ? 'secretRef' : 'configMapRef']: { name: 'peers' } }];
  s.objects.push({ apiVersion: 'v1', kind, metadata: { name: 'peers', namespace: 'prod' }, [field]: data });
  change(s);
});

test('fails a name above the last ordinal in a ConfigMap that the set reads, and in a Secret that is written as text', () => {
  const [finding, ...others] = config({ 'zoo.cfg': 'server.1=web-0.web:2888\nserver.4=web-3.web:2888\n' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: 'ConfigMap', name: 'peers', path: 'data["zoo.cfg"]', severity: 'error' });
  expect(config({ PEERS: 'web-3.web' }, undefined, 'Secret', 'stringData')).toHaveLength(1);
  expect(config({ PEERS: 'd2ViLTMud2Vi' }, undefined, 'Secret')).toEqual([]);
});

test('a remark in a ConfigMap, and a ConfigMap that the set does not read, tell nothing', () => {
  expect(config({ 'zoo.cfg': '# such as web-3.web\n  // web-4.web\n' })).toEqual([]);
  expect(config({ 'zoo.cfg': 'web-3.web' }, ({ container }) => { delete container.envFrom; })).toEqual([]);
  expect(config(null)).toEqual([]);
});

test('fails a name above the last ordinal in the command of a probe and of a hook', () => {
  expect(afterChange(peerListOrdinals, ({ container }) => {
    container.readinessProbe = { exec: { command: ['ping', 'web-5.web'] } };
    container.lifecycle = { preStop: { exec: { command: ['leave', 'web-6.web'] } } };
  }).map(({ path }) => path)).toEqual([
    'spec.template.spec.containers[0].readinessProbe.exec.command[1]', 'spec.template.spec.containers[0].lifecycle.preStop.exec.command[1]',
  ]);
});

test('fails with a warning where the list is none of voters, and of two names in one place tells the one that is counted', () => {
  const severities = (args: string[]) => afterChange(peerListOrdinals, ({ container }) => { container.args = args; }).map(({ severity, message }) => [severity, message.split('"')[1]]);
  expect(severities(['--join', 'web-3.web'])).toEqual([['warning', 'web-3.web']]);
  expect(severities(['ping -c1 web-3.web\nserver --initial-cluster=a=web-4.web'])).toEqual([['error', 'web-4.web']]);
});

test.each(['NO_PROXY', 'no_proxy', 'ALT_NAMES', 'CERT_SANS', 'TLS_HOSTS', 'CERTIFICATE_DNS'])('names in %s are looked up by nobody, and pass', (name) => {
  expect(env('web-2.web,web-3.web', ({ container }) => { container.env[0].name = name; })).toEqual([]);
});

test('names for a certificate pass in commands and in a ConfigMap', () => {
  const long = Array.from({ length: 60 }, (_, i) => `web-${i}.web.prod.svc`).join(',');
  for (const args of [['sh', '-c', `cfssl gencert -hostname=${long} csr.json`], ['cfssl', 'gencert', '-hostname=web-3.web'], ['sh', '-c', 'openssl req -addext subjectAltName=DNS:web-3.web']]) {
    expect(afterChange(peerListOrdinals, ({ container }) => { container.args = args; })).toEqual([]);
  }
  expect(config({ 'ssl.cnf': '[alt_names]\nDNS.4 = web-3.web.prod.svc\n' })).toEqual([]);
});

test('fails a list of members behind what makes their certificates', () => {
  expect(afterChange(peerListOrdinals, ({ container }) => { container.args = ['sh', '-c', 'openssl req -new && etcd --initial-cluster=d=http://web-3.web:2380']; }))
    .toMatchObject([{ severity: 'error' }]);
});

test('a remark of a shell in a command, and behind a setting, passes', () => {
  expect(afterChange(peerListOrdinals, ({ container }) => { container.command = ['sh', '-c', '# there was web-5.web\nexec server # and web-6.web\n']; })).toEqual([]);
  expect(config({ 'zoo.cfg': 'tickTime=1 # web-5.web\n' })).toEqual([]);
});
