import { DEFAULTS, ZONE } from './situations';
import { lostPlugins, serverBlock, serverBlockRefusals } from '../../src/cluster-dns/own-server-block';
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
