import { type SoundSet, parse, sound } from './harness';
import { namesNeeded } from '../../src/rules/names-used';
import { ObjectSet } from '../../src/rules/object-set';

/** Why the names of single pods matter in the sound set after `change`. */
function needed(change: (s: SoundSet) => void): string | undefined {
  const s = sound();
  change(s);
  const [set] = new ObjectSet(s.objects).sets;
  return namesNeeded(set, set.serviceName);
}

test('nothing in the sound set asks for a single pod', () => {
  expect(needed(() => undefined)).toBeUndefined();
});

test.each([
  ['an argument', (s: SoundSet) => { s.container.args = ['--join', 'web-0.web:80']; }, 'web-0.web'],
  ['a variable', (s: SoundSet) => { s.container.env = [{ name: 'PEERS', value: 'web-1.web.prod.svc.cluster.local' }]; }, 'web-1.web.prod.svc.cluster.local'],
  ['a ConfigMap', (s: SoundSet) => s.objects.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'prod' }, data: { 'a.conf': 'server web-2.web\n' } }), 'web-2.web'],
  ['a client in another namespace', (s: SoundSet) => s.objects.push(parse('{ apiVersion: apps/v1, kind: Deployment, metadata: { name: c, namespace: shop }, spec: { template: { spec: { containers: [{ env: [{ name: DB, value: web-0.web.prod.svc }] }] } } } }')[0]), 'web-0.web.prod.svc'],
])('a name in %s is found', (_, change, name) => {
  expect(needed(change)).toBe(`"${name}" is used as a name`);
});

test.each([
  ['the pod name of the downward API', ['$(ME).web.$(NS).svc'], [{ name: 'ME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }]],
  ['a shell and its host name', ['-c', 'exec server --name ${HOSTNAME}.web'], []],
  ['a command', ['-c', 'server --host=$(hostname).web.prod'], []],
  ['a variable that holds the Service', ['rabbit@$(ME).$(SVC).prod.svc'], [{ name: 'ME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'SVC', value: 'web' }]],
])('a name that a container makes of its own one is found: %s', (_, args, env) => {
  expect(needed(({ container }) => Object.assign(container, { args, env }))).toBe(`"${args[args.length - 1]}" is used as a name`);
});

test.each([
  ['of another Service', ['web-0.other']], ['of another set', ['db-0.web']], ['in another network', ['web-0.web.example.com']],
  ['of a file', ['/var/log/$(HOSTNAME).log']], ['that only begins alike', ['$(HOSTNAME).web2']],
])('a name %s tells nothing', (_, args) => {
  expect(needed(({ container }) => { container.args = args; })).toBeUndefined();
});

test('while the set names no Service, a full name is needed to tell it from a file', () => {
  const args = (value: string) => needed(({ set, container }) => {
    delete set.spec.serviceName;
    container.args = [value];
  });
  expect(args('web-0.log')).toBeUndefined();
  expect(args('$(HOSTNAME).log')).toBeUndefined();
  expect(args('web-0.web.prod.svc')).toBe('"web-0.web.prod.svc" is used as a name');
  expect(args('$(HOSTNAME).web.prod.svc')).toBe('"$(HOSTNAME).web.prod.svc" is used as a name');
});

test('a declaration and publishNotReadyAddresses tell it too', () => {
  expect(needed(({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/members': 'quorum' }; })).toBe('the members are declared to find each other');
  expect(needed(({ set }) => { set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': '3' }; })).toBe('the members are declared to find each other');
  expect(needed(({ set }) => { set.metadata.labels = { 'app.kubernetes.io/managed-by': 'cdk8s' }; })).toBe('every declared member has a name');
  expect(needed(({ service }) => { service.spec.publishNotReadyAddresses = true; })).toBe('publishNotReadyAddresses tells that the members look for each other');
});

test('a set without a namespace may be the one that a full name means', () => {
  expect(needed((s) => {
    for (const object of s.objects) delete object.metadata.namespace;
    s.container.args = ['web-0.web.prod.svc'];
  })).toBe('"web-0.web.prod.svc" is used as a name');
});
