import { DEFAULT_TARGET, parseDomain, parseMinor } from '../../src/rules/target';

test('nothing said means 1.28, cluster.local and an open world', () => {
  expect(DEFAULT_TARGET).toEqual({ minor: 28, clusterDomain: 'cluster.local' });
});

test.each([['1.31', 31], ['v1.31.4', 31], ['1.30.2-gke.100', 30], ['1.27', 27], ['1.26', undefined], ['2.1', undefined], ['1', undefined], [1.3, undefined], [undefined, undefined]])('%p is the minor version %p', (version, minor) => {
  expect(parseMinor(version)).toBe(minor);
});

test.each([['cluster.local', 'cluster.local'], ['.k8s.example.org.', 'k8s.example.org'], ['a b', undefined], ['a..b', undefined], ['A.b', undefined], ['', undefined], [5, '5']])('%p is the domain %p', (given, domain) => {
  expect(parseDomain(given)).toBe(domain);
});
