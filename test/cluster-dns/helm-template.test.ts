import { renderHelmServers } from '../../src/cluster-dns/helm-template';

const servers = [{
  zones: [{ zone: 'a.test' }, { zone: 'b.test', scheme: 'dns://' }],
  port: 53,
  plugins: [{ name: 'kubernetes', parameters: 'in-addr.arpa', configBlock: 'ttl 30\npods insecure' }, { name: 'loop' }],
}];

test('the port stands behind the last zone, and options are indented line by line', () => {
  expect(renderHelmServers({ servers }, {})).toBe('a.test dns://b.test:53 {\n    kubernetes  in-addr.arpa {\n            ttl 30\n            pods insecure\n        }\n    loop \n}\n');
});

test('RKE2 puts the cluster domain in front of the arguments of kubernetes', () => {
  expect(renderHelmServers({ servers }, { domain: 'cluster.local' })).toContain('kubernetes   cluster.local  in-addr.arpa {');
});

test('what stands between the server blocks comes first', () => {
  expect(renderHelmServers({ extraConfig: { import: { parameters: 'x/*.server' } }, servers: [] }, {})).toBe('import x/*.server\n');
});
