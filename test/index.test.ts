import * as library from '../src';

/** Other languages see classes, enums and interfaces only: an exported function or constant would vanish there. */
test('every run-time export is a class or an enum of texts', () => {
  const others = Object.entries(library).filter(([, value]) =>
    !(typeof value === 'function' && /^class\s/.test(Function.prototype.toString.call(value)))
    && !(typeof value === 'object' && Object.values(value).every((member) => typeof member === 'string')));
  expect(others.map(([name]) => name)).toEqual([]);
});

test('the public names are these', () => {
  expect(Object.keys(library).sort()).toEqual([
    'ClaimRetention', 'ClaimTemplate', 'ClusterContext', 'CoreDnsPatch', 'CurrentCorefile', 'Disruption', 'DnsPlatform', 'DnsScope',
    'ExternalTrafficPolicy', 'IdentitySnapshot', 'IpFamily', 'IpFamilyPolicy', 'ManifestAssertions', 'ManifestChecker', 'ManifestValidation', 'Members',
    'PeerSelection', 'PodDefaults', 'PodDisruptionBudget',
    'PodIdentity', 'Spread', 'StatefulIdentity', 'StatefulWorkload', 'TerminationMessagePolicy', 'UnhealthyPodEviction', 'UpdatePolicy',
    'WhenUnsatisfiable',
  ]);
});
