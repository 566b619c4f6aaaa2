import { DEFAULT_TARGET, parseMinor } from '../../src/rules/target';

test('nothing said means Kubernetes 1.28 and cluster.local', () => {
  expect(DEFAULT_TARGET).toEqual({ minor: 28, clusterDomain: 'cluster.local' });
});

test.each([['1.27', 27], ['v1.31.4-gke.1', 31], ['1.36.3', 36], ['1.28+', 28]])('%s is minor version %d', (version, minor) => expect(parseMinor(version)).toBe(minor));

test.each(['1.26', '2.0', '1', '1.x', ' 1.30', '', undefined, 1.3])('fails %j: it is no version from 1.27 on', (version) => expect(parseMinor(version)).toBeUndefined());
