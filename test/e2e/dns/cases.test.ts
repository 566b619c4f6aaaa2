import { CASES, exampleCases, TOO_OLD } from '../../../e2e/dns/cases';
import { lateSets } from '../../../e2e/dns/stateful-sets';
import { negativeSeconds } from '../../../src/corefile/caching';

const SERVICE = 'db.dns.svc.cluster.local';

test('every case has a set of its own, whose name the API server takes', () => {
  expect(new Set(CASES.map(({ set }) => set)).size).toBe(CASES.length);
  expect(CASES.filter(({ set }) => !/^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/.test(set))).toEqual([]);
});

test('what is measured is what the Corefile reader says of the text, where no other server answers', () => {
  const own = CASES.filter(({ behind, server }) => behind === undefined && server(SERVICE).custom === undefined);
  expect(own.length).toBeGreaterThan(20);
  for (const { text, fix, server, newName } of own) {
    const { seconds } = negativeSeconds(server(SERVICE).corefile, `db-1.${SERVICE}`);
    expect({ text, fix, within: seconds! >= newName.least && seconds! <= newName.most }).toEqual({ text, fix, within: true });
  }
});

test('every platform is measured without a fix, and with one', () => {
  const texts = [...new Set(CASES.map(({ text }) => text))];
  expect(texts).toEqual(['kubeadm to 1.31', 'kubeadm from 1.32', 'EKS', 'k3s', 'AKS', 'RKE2', 'OpenShift', 'NodeLocal, kubeadm to 1.31']);
  expect(texts.filter((text) => !CASES.some((each) => each.text === text && each.fix === 'none'))).toEqual([]);
  expect(texts.filter((text) => !CASES.some((each) => each.text === text && each.fix !== 'none'))).toEqual(['kubeadm from 1.32']);
});

test('a version that does not know disable is never given it but to see it refuse', () => {
  for (const { version, server } of CASES.filter((each) => each.version === TOO_OLD.version)) {
    expect({ version, disables: server(SERVICE).corefile.includes('disable') }).toEqual({ version: '1.8.0', disables: false });
  }
});

test('the example is seen before, as the article cures it, and after', () => {
  const cases = exampleCases('etcd', 'before { cache 30 }', 'after');
  expect(cases.map(({ set, fix, server }) => [set, fix, server('').corefile])).toEqual([
    ['etcd', 'none', 'before { cache 30 }'], ['etcd', 'cache 5', 'before { cache 5 }'], ['etcd', 'disable success + denial', 'after'],
  ]);
});

test('a set is a Service and a StatefulSet, and its names are those of its objects', () => {
  const { identity, objects } = lateSets(['a', 'b']).get('b')!;
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace}/${metadata.name}`)).toEqual(['Service dns/b', 'StatefulSet dns/b']);
  expect(identity.pod(1).fqdn).toBe('b-1.b.dns.svc.cluster.local');
});
