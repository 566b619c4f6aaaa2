import { localCorefile, LocalPlaces } from '../../../e2e/core-dns/local-corefile';
import { parse } from '../../../src/corefile/parse';
import { corefile, platforms } from '../../corefile/corefiles';

const places: LocalPlaces = {
  port: 1, health: 2, ready: 3, metrics: 4, api: 'kubeconfig /run/kubeconfig local', folder: '/run/dns', upstream: '127.0.0.1:5', clusterDns: '127.0.0.1:6',
};

test('places change, and nothing that decides how long an answer is kept', () => {
  expect(localCorefile(corefile('kubeadm to 1.31', 'cache 30 {\n       disable denial a.test\n    }'), places)).toBe(`.:1 {
bind 127.0.0.1
    errors
    health 127.0.0.1:2 {
       lameduck 5s
    }
    ready 127.0.0.1:3
    kubernetes cluster.local in-addr.arpa ip6.arpa {
kubeconfig /run/kubeconfig local
       pods insecure
       fallthrough in-addr.arpa ip6.arpa
       ttl 30
    }
    prometheus 127.0.0.1:4
    forward . 127.0.0.1:5 {
       max_concurrent 1000
    }
    cache 30 {
       disable denial a.test
    }
    loop
    reload
    loadbalance
}
`);
});

test('a cache of a node asks the cluster\'s server', () => {
  const text = localCorefile(corefile('NodeLocal', 'cache 30'), places);
  expect(text.match(/^.*(forward|bind|:\d+ \{).*$/gm)).toEqual([
    'cluster.local:1 {', '    bind 127.0.0.1', '    forward . 127.0.0.1:6 {',
    'in-addr.arpa:1 {', '    bind 127.0.0.1', '    forward . 127.0.0.1:6 {',
    '.:1 {', '    bind 127.0.0.1', '    forward . 127.0.0.1:5',
  ]);
});

test('imports and files are those of the given folder', () => {
  const text = localCorefile(corefile('k3s', 'cache 30'), places);
  expect(text.match(/\S*(custom|NodeHosts)\S*/g)).toEqual(['/run/dns/NodeHosts', '/run/dns/custom/*.override', '/run/dns/custom/*.server']);
});

test('a kubernetes plugin without options gets a block', () => {
  expect(localCorefile('. {\n kubernetes a.test\n}\n', places)).toContain(' kubernetes a.test {\nkubeconfig /run/kubeconfig local\n}\n');
});

test.each(platforms)('%s: every directive stays, in its order', (platform) => {
  const names = (text: string) => parse(text).blocks.map(({ directives }) => directives.map(({ name }) => name.text).filter((name) => name !== 'bind'));
  const text = corefile(platform, 'cache 30');
  expect(names(localCorefile(text, places))).toEqual(names(text));
  expect(parse(localCorefile(text, places)).errors).toEqual([]);
});

test('server blocks keep their ports where no other is given, and the API server may be an endpoint', () => {
  const text = localCorefile(corefile('OpenShift', 'cache 30'), { ...places, port: undefined, api: 'endpoint http://127.0.0.1:7' });
  expect(text.match(/^.*(:5353|endpoint).*$/gm)).toEqual(['.:5353 {', 'endpoint http://127.0.0.1:7', 'hostname.bind:5353 {']);
});
