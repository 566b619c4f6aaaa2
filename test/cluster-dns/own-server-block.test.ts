import { DEFAULTS, ZONE } from './situations';
import { lostOptions, lostPlugins, serverBlock, serverBlockRefusals } from '../../src/cluster-dns/own-server-block';
import { parse } from '../../src/corefile/parse';

const AKS = parse(DEFAULTS.aks!);

test('zones share one server block, and so one set of watches, on the port of the main one', () => {
  expect(serverBlock([ZONE, 'etcd.prod.svc.cluster.local'], ['cluster.local'], AKS, 1)).toBe(`${ZONE}:53 etcd.prod.svc.cluster.local:53 {
    errors
    kubernetes cluster.local {
        ttl 5
    }
    loadbalance
}
`);
});

test('the port is the platform\'s where no Corefile tells it, and a bind is taken over', () => {
  expect(serverBlock([ZONE], ['cluster.local'], undefined, 8053).split('\n')[0]).toBe(`${ZONE}:8053 {`);
  expect(serverBlock([ZONE], ['cluster.local'], parse('. {\n bind 10.0.0.1 eth0\n}'), 53)).toContain('\n    bind 10.0.0.1 eth0\n');
});

test('the API server is reached as by the main server block, and the same is served', () => {
  const kubernetes = (...options: string[]) => parse(DEFAULTS.aks!.replace('ttl 30', options.join('\n')));
  const options = [
    'endpoint https://10.0.0.1:6443', 'tls cert "a key" ca # files', 'kubeconfig /etc/kube admin', 'namespaces prod test', 'labels app in (a, b)', 'namespace_labels team=a',
    'endpoint_pod_names', 'ignore empty_service', 'apiserver_qps 5',
  ];
  expect(serverBlock([ZONE], ['cluster.local'], kubernetes(...options, 'ttl 60'), 53).split('\n').slice(2, 13)).toEqual([
    '    kubernetes cluster.local {',
    '        endpoint https://10.0.0.1:6443', '        tls cert "a key" ca', '        kubeconfig /etc/kube admin', '        namespaces prod test', '        labels app in (a, b)', '        namespace_labels team=a',
    '        endpoint_pod_names', '        ignore empty_service', '        apiserver_qps 5', '        ttl 5',
  ]);
  expect(lostOptions(kubernetes(...options), [ZONE])).toEqual([]);
  expect(lostOptions(kubernetes('noendpoints', 'multicluster clusterset.local'), [ZONE])).toEqual(['noendpoints', 'multicluster']);
  expect([lostOptions(undefined, [ZONE]), lostOptions(parse('. {\n kubernetes\n}'), [ZONE])]).toEqual([[], []]);
});

test('what the zones lose is what the main server block does beyond the usual', () => {
  expect(lostPlugins(parse('. {\n errors\n hosts\n rewrite a\n rewrite b\n cache\n log\n}'), [ZONE])).toEqual(['hosts', 'rewrite', 'log']);
  expect(lostPlugins(undefined, [ZONE])).toEqual([]);
});

test('fails beside a Corefile that imports no server blocks or has one of the zone', () => {
  const codes = (text: string) => serverBlockRefusals(parse(text), [ZONE]).map(({ code }) => code);
  expect(serverBlockRefusals(AKS, [ZONE])).toEqual([]);
  expect(codes('. {\n import custom/*.server\n}')).toEqual(['no-server-import']);
  expect(codes(`${ZONE} {\n whoami\n}\n`)).toEqual(['no-server-import', 'zone-already-served']);
});
