import { type SoundSet, SOUND, findings, parse, sound } from './harness';
import { configMap, corefile, holdsForPage } from './page';
import { RULES } from '../../src/rules';
import { dnsNegativeCache } from '../../src/rules/dns-negative-cache';
import { judge } from '../../src/rules/run';

holdsForPage(dnsNegativeCache, { path: 'data.Corefile', message: expect.stringContaining('a member of StatefulSet "db" that is asked for before it exists is denied for 30 more seconds') });

const together = ({ set }: SoundSet) => {
  set.metadata.annotations = { 'cdk8s-stateful.dev/bootstrap': 'together' };
  set.spec.podManagementPolicy = 'Parallel';
};
const with30 = (change: (s: SoundSet) => void, cache = '  cache 30', ttl = 30) => {
  const s = sound();
  change(s);
  s.objects.push(configMap('coredns', { Corefile: corefile(cache, ttl) }));
  return findings(dnsNegativeCache, s.objects);
};

test('fails members that start in parallel and know each other by name', () => {
  expect(with30(({ set, container }) => {
    set.spec.podManagementPolicy = 'Parallel';
    container.args = ['--peers=web-0.web,web-1.web'];
  })).toHaveLength(1);
});

test('a set that does not ask early, and a single member, pass', () => {
  expect(with30(() => undefined)).toEqual([]);
  expect(with30((s) => {
    together(s);
    s.set.spec.replicas = 1;
  })).toEqual([]);
});

test('a cache that keeps the denial no longer than any passes, and so does a text that tells nothing', () => {
  expect(with30(together)).toHaveLength(1);
  expect(with30(together, '  cache 30 {\n    denial 9984 5\n  }')).toEqual([]);
  expect(with30(together, '')).toEqual([]);
  expect(with30(together, '  cache 30', 5)).toEqual([]);
  const s = sound();
  together(s);
  expect(findings(dnsNegativeCache, [...s.objects, configMap('coredns', { Corefile: 'corp.example:53 {\n  cache 30\n}\n' })])).toEqual([]);
});

test('a set judged among many is found as it is alone', () => {
  const s = sound();
  together(s);
  const others = parse(SOUND.replace(/\bweb\b/g, 'db'));
  const found = judge([...others, ...s.objects, configMap('coredns', { Corefile: corefile('  cache 30') })], RULES, { minor: 28, clusterDomain: 'cluster.local' });
  expect(found.map(({ finding }) => finding.ruleId)).toContain('dns-negative-cache');
});
