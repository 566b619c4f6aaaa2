import { afterChange, findings, sound } from './harness';
import { familiesOf } from '../../src/rules/families';
import { ObjectSet } from '../../src/rules/object-set';
import { peerListMembers } from '../../src/rules/peer-list-members';

const arg = (value: unknown, change: (s: any) => void = () => {}) => afterChange(peerListMembers, (s) => {
  s.container.args = [value];
  change(s);
});

/** A second set of two members, with a Service called otherwise. */
const withZk = ({ set, service, objects }: any) => {
  const zk = structuredClone(set);
  zk.metadata.name = 'zk';
  Object.assign(zk.spec, { replicas: 2, serviceName: 'zk-headless', selector: { matchLabels: { app: 'zk' } } });
  zk.spec.template.metadata.labels.app = 'zk';
  zk.spec.template.spec.containers[0].args = [];
  objects.push(zk, { ...service, metadata: { name: 'zk-headless', namespace: 'prod' }, spec: { ...service.spec, selector: { app: 'zk' } } });
};

test('the sound set passes, and so do names of its members and of another set', () => {
  expect(findings(peerListMembers, sound().objects)).toEqual([]);
  expect(arg('web-0.web,web-1.web.prod.svc.cluster.local:80')).toEqual([]);
  expect(arg('zk-0.zk-headless:2181,zk-1.zk-headless.prod.svc.cluster.local:2181', withZk)).toEqual([]);
});

test('fails names under the governing Service of a set that is called otherwise', () => {
  const [finding, ...others] = arg('db-0.web.prod.svc.cluster.local,db-1.web.prod.svc.cluster.local');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-list-members', severity: 'error', path: 'spec.template.spec.containers[0].args[0]', acknowledgeable: true });
  expect(finding.message).toBe('"db-0.web.prod.svc.cluster.local": no rendered set makes a pod "db-0", "web" governs "web"; the name never resolves, so the member is never found');
});

test('fails a member under a Service that does not govern it, rendered or not', () => {
  const [finding] = arg('web-0.web-headless.prod.svc.cluster.local:80');
  expect(finding).toMatchObject({ severity: 'error', fix: 'write web-0.web' });
  expect(finding.message).toContain('the pods of "web" have names under "web", not under "web-headless"');
  expect(arg('zk-0.zk.prod.svc', withZk)).toMatchObject([{ severity: 'error', fix: 'write zk-0.zk-headless' }]);
});

test('fails an ordinal that another set of the rendering has not', () => {
  expect(arg('zk-2.zk-headless.prod.svc', withZk)).toMatchObject([{ severity: 'error', fix: 'name ordinals 0 to 1 only' }]);
  expect(arg('web-7.web.prod.svc')).toEqual([]);
});

test('fails with a warning what may be something else than a host', () => {
  expect(arg('db-0.web')).toMatchObject([{ severity: 'warning' }]);
  expect(arg('web-0.web-client', ({ service, objects }) => objects.push({ ...service, metadata: { name: 'web-client', namespace: 'prod' } })))
    .toMatchObject([{ severity: 'warning', fix: 'write web-0.web' }]);
});

test.each(['web-0.log', 'web-0.example.com', 'db-0.web.example.com', 'web-0.web.other.svc', 'db-0.db.prod.svc', 'db-0.web.other.svc', 'x.db-0.web.prod.svc'])(
  '%s is left alone', (value) => {
    expect(arg(value)).toEqual([]);
  });

test('a name that leads to another set ties the two together', () => {
  const families = (value: string) => {
    const s = sound();
    withZk(s);
    s.container.args = [value];
    s.objects.push({ ...s.budget, metadata: { name: 'zk', namespace: 'prod' }, spec: { ...s.budget.spec, selector: { matchLabels: { app: 'zk' } } } });
    return familiesOf(new ObjectSet(s.objects))?.length;
  };
  expect([families('web-0.web'), families('zk-0.zk-headless'), families('zk-0.x.prod.svc')]).toEqual([2, undefined, undefined]);
});

test('fails with a warning a list under a word that is no Service of anybody, and leaves files alone', () => {
  expect(arg('--peers=web-0.web-headless:80,web-1.web-headless:80')).toMatchObject([{
    severity: 'warning', message: expect.stringContaining('"web-0.web-headless": the pods of "web" have names under "web", not under "web-headless"'),
  }]);
  expect(arg('web-0.log web-1.log')).toEqual([]);
  expect(arg('web-0.web-headless:80')).toEqual([]);
});

test.each([
  ['Deployment', { template: { spec: { containers: [{ env: [{ name: 'DB', value: 'web-7.web' }] }] } } }, 'spec.template.spec.containers[0].env[0].value'],
  ['CronJob', { jobTemplate: { spec: { template: { spec: { initContainers: [{ args: ['web-7.web'] }] } } } } }, 'spec.jobTemplate.spec.template.spec.initContainers[0].args[0]'],
  ['Pod', { containers: [{ command: ['curl', 'web-7.web'] }] }, 'spec.containers[0].command[1]'],
])('fails a %s that knows a member which never exists', (kind, spec, path) => {
  const [finding, ...others] = afterChange(peerListMembers, ({ objects }) => objects.push({ kind, metadata: { name: 'client', namespace: 'prod' }, spec }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind, path, severity: 'warning', message: expect.stringContaining('StatefulSet "web" has the ordinals 0 to 2') });
});

test('a client in another namespace means another set unless it says the namespace', () => {
  const client = (value: string) => afterChange(peerListMembers, ({ objects }) => objects.push({
    kind: 'Deployment', metadata: { name: 'client', namespace: 'shop' }, spec: { template: { spec: { containers: [{ env: [{ name: 'DB', value }] }] } } },
  })).map(({ severity }) => severity);
  expect([client('web-7.web'), client('web-7.web.prod.svc'), client('web-1.web.prod.svc')]).toEqual([[], ['error'], []]);
});

const POD_NAME = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
const own = (value: string, change: (s: any) => void = () => {}) => arg(value, (s) => {
  s.container.env = [POD_NAME];
  change(s);
}).map(({ severity, message, fix }) => `${severity} ${/^"[^"]+"/.exec(message)} ${fix}`);
const client = ({ service, objects }: any) => { objects.push({ ...service, metadata: { name: 'clients', namespace: 'prod' }, spec: { ...service.spec, clusterIP: undefined } }); };

test('a member that knows itself under the governing Service passes, in every spelling', () => {
  for (const value of ['http://$(POD_NAME).web:80', '$(POD_NAME).web.prod.svc.cluster.local', 'rabbit@$(POD_NAME).web', '${POD_NAME}.web', '$(hostname).web:1', '`hostname -s`.web']) expect(own(value)).toEqual([]);
});

test('fails a member that knows itself under another Service, rendered or not', () => {
  expect(own('--advertise=$(POD_NAME).web-headless.prod.svc.cluster.local:2380')).toEqual(['error "$(POD_NAME).web-headless.prod.svc.cluster.local" write $(POD_NAME).web']);
  expect(own('${POD_NAME}.clients', client)).toEqual(['warning "${POD_NAME}.clients" write ${POD_NAME}.web']);
  expect(own('http://$POD_NAME.other:2380')).toEqual(['warning "$POD_NAME.other" write $POD_NAME.web']);
  expect(own('exec etcd --name "$(hostname).web-hs"')).toEqual(['warning "$(hostname).web-hs" write $(hostname).web']);
});

test('what stands behind the name of the pod may be a file, a namespace, a domain outside, or the same set elsewhere', () => {
  for (const value of [
    '/var/log/$(POD_NAME).log', 'stats.$(POD_NAME).requests', '$(POD_NAME).example.com:80', 'http://$(POD_NAME).prod:80', '$(POD_NAME).prod.svc.cluster.local',
    '$(POD_NAME).web-hs.staging.svc', '$(POD_NAME).$(SERVICE).prod.svc', 'x-$(POD_NAME).other:80', '$$(POD_NAME).other:80',
  ]) expect([value, own(value)]).toEqual([value, []]);
  expect(own('$(POD_NAME).web-hs.prod.svc', ({ set }) => { delete set.spec.serviceName; })).toEqual([]);
});

test('of the own address a set that may be judged alone is judged with the Service that it names', () => {
  const { objects, container } = sound();
  const { objects: others } = sound();
  for (const object of others) object.metadata.name = 'db';
  Object.assign(others[1].spec, { serviceName: 'db' });
  const relabelled = JSON.parse(JSON.stringify(others).replaceAll('"app":"web"', '"app":"db"'));
  container.env = [POD_NAME];
  const families = (value: string) => {
    container.args = [value];
    return familiesOf(new ObjectSet([...objects, ...relabelled]))?.length;
  };
  expect([families('$(POD_NAME).web'), families('$(POD_NAME).db')]).toEqual([2, undefined]);
});

test('the NO_PROXY of a client passes, as nobody looks its names up', () => {
  const counted = (name: string) => afterChange(peerListMembers, ({ objects }) => objects.push({
    kind: 'Deployment', metadata: { name: 'client', namespace: 'prod' }, spec: { template: { spec: { containers: [{ env: [{ name, value: 'web-7.web.prod.svc' }] }] } } },
  })).length;
  expect([counted('NO_PROXY'), counted('DB')]).toEqual([0, 1]);
});
