import * as fc from 'fast-check';
import { atATime } from './at-a-time';
import { startPlaced } from './placed';
import { Part } from './tally';
import { StubApi } from '../e2e/core-dns/stub-api';
import { Run } from '../e2e/process/run';
import { DNS_RULES } from '../src/rules/dns-rules';
import { judge } from '../src/rules/run';
import { corefiles, soup } from '../test/corefile/arbitraries';
import { STARTING, STOPPING, withLine } from '../test/corefile/start-cases';
import { ACCEPTED, REFUSED } from '../test/rules/cache-option-cases';

const SEED = 1;
const FEW = 12;

/** What CoreDNS says where the machine and not the text is at fault: it would agree with a rule by chance. */
const OF_THE_MACHINE = /in-cluster|in use|permission|no such host/;

/** The errors with which CoreDNS starts, to serve nothing of the cluster. */
const SERVES_NOTHING: ReadonlySet<string> = new Set(['corefile-server-block-keys', 'corefile-cluster-zone']);

/** Plugins that corefile-plugin-once knows, each with what it needs to start, and some that may repeat. */
const PLUGINS: ReadonlyArray<readonly [name: string, lines: readonly [string, string]]> = [
  ['cache', ['cache 30', 'cache 5']],
  ['dnssec', ['dnssec', 'dnssec']],
  ['errors', ['errors', 'errors']],
  ['hosts', ['hosts {\n10.0.0.1 a.test\n}', 'hosts {\n10.0.0.1 b.test\n}']],
  ['kubernetes', ['kubernetes a.test {\n}', 'kubernetes b.test {\n}']],
  ['loop', ['loop', 'loop']],
  ['nsid', ['nsid', 'nsid']],
  ['pprof', ['pprof 127.0.0.1:0', 'pprof 127.0.0.1:0']],
  ['prometheus', ['prometheus 127.0.0.1:0', 'prometheus 127.0.0.1:0']],
  ['ready', ['ready 127.0.0.1:0', 'ready 127.0.0.1:0']],
  ['forward', ['forward a.test 127.0.0.1', 'forward b.test 127.0.0.1']],
  ['log', ['log', 'log']],
  ['loadbalance', ['loadbalance', 'loadbalance']],
  ['reload', ['reload', 'reload']],
  ['template', ['template IN A a.test', 'template IN A b.test']],
];

/** Option blocks as they must not be written. */
const BLOCKS = [
  'cache 30 { denial 9984 5 }', 'cache 30 {\ndenial 9984 5 }', 'cache 30 { keepttl }', 'cache 30 { disable }', 'cache 30 { disable denial }', 'cache 30 { disable denial a.test }',
  'cache 30 { serve_stale }', 'cache 30 { prefetch 10 }', 'cache 30 { servfail 5s }', 'cache 30 { }', 'cache 30 { denial 9984 5\n}', 'health 127.0.0.1:0 { lameduck 1s }',
  'log { class error }', 'forward . 127.0.0.1 { max_concurrent 1000 }', 'hosts { 10.0.0.1 a.test }', 'template IN A a.test { rcode NXDOMAIN }',
  'cache 30\n{\ndenial 9984 5\n}', 'kubernetes cluster.local\n{\npods insecure\n}', 'hosts\n{\n10.0.0.1 a.test\n}', 'health 127.0.0.1:0\n{\nlameduck 1s\n}',
  'forward . 127.0.0.1\n{\nmax_concurrent 5\n}', 'template IN A a.test\n{\nrcode NXDOMAIN\n}', 'log\n{\nclass error\n}',
  'cache 30{\ndenial 9984 5\n}', 'kubernetes cluster.local{\npods insecure\n}', 'health{\nlameduck 1s\n}',
];

/** Lines that are read otherwise than they look, with which CoreDNS starts all the same. */
const QUIET = [
  'cache \'30\'', 'cache 30s', 'cache {}', 'cache 30 40', 'cache ""', 'cache {$NOT_SET}', 'cache 30#off 40 a.test', 'cache 30 {\ndisable success denial a.test\n}',
  'cache 30 {\ndisable denial a.test\ndisable denial b.test\n}', 'cache 30 {\nserve_stale\ndisable denial\n}',
];

/** Whole files: zones. */
const FILES = [
  'A.test {\nwhoami\n}\na.test {\nwhoami\n}', 'a.test {\nwhoami\n}\na.test:53 {\nwhoami\n}', 'dns://a.test {\nwhoami\n}\na.test. {\nwhoami\n}', 'a.test b.test {\nwhoami\n}\nb.test {\nwhoami\n}',
  'a.test {\nwhoami\n}\nb.a.test {\nwhoami\n}', 'a.test {\nbind 127.0.0.1\nwhoami\n}\na.test {\nbind 127.0.0.2\nwhoami\n}',
  '. {\nview one {\nexpr true\n}\nwhoami\n}\n. {\nwhoami\n}', '.{\nwhoami\n}', 'a.test,b.test {\nwhoami\n}', 'a.test, {\nwhoami\n}', '', '# nothing', '(a) {\nwhoami\n}',
  '. {\nwhoami\n}\n{\nwhoami\n}', '. {\nwhoami\ncache 30 {\ndenial 9984 5\n}', '. {\nwhoami\n}\n}', '. {\nwhoami\n}\n"', '. {\nwhoami\n}\n}\n}',
  'a.test{\nwhoami\n}', 'a.test:53{\nwhoami\n}', '.:53{\nwhoami\n}', 'dns://.{\nwhoami\n}', '. {\nwhoami\ncache 30{\n}\n}', '. {\nhosts a.hosts{\nreload 15s\n}\n}',
];

function texts(): string[] {
  const inside = (lines: string) => `. {\nwhoami\n${lines}\n}\n`;
  return [
    ...[...REFUSED, ...ACCEPTED, 'negative 5', 'constructor'].map((option) => inside(`cache 30 {\n${option}\n}`)),
    ...['cache 0', 'cache -5', ...BLOCKS, ...QUIET].map(inside),
    ...PLUGINS.flatMap(([, [one, two]]) => [inside(one), inside(`${one}\n${two}`)]),
    ...FILES,
    ...[...STOPPING, ...STARTING].map(withLine),
  ];
}

/** Random texts of which a rule says that CoreDNS does not start: some of each combination of rules. */
function accused(): string[] {
  const some = new Map<string, number>();
  const random = [...fc.sample(corefiles, { numRuns: 400, seed: SEED }), ...fc.sample(soup, { numRuns: 2000, seed: SEED })];
  return random.filter((text) => {
    const ids = [...new Set(errorsOf(text))].join();
    some.set(ids, (some.get(ids) ?? 0) + 1);
    return ids !== '' && some.get(ids)! <= FEW;
  });
}

function errorsOf(text: string): string[] {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns' }, data: { Corefile: text } };
  return judge([object], DNS_RULES, { minor: 28, clusterDomain: 'cluster.local' })
    .filter(({ finding }) => finding.severity === 'error' && !SERVES_NOTHING.has(finding.ruleId)).map(({ finding }) => finding.ruleId);
}

/** Holds the rules against CoreDNS: an error of a rule is a text with which it does not start, and no other text of ours is. */
export async function proveVariants(run: Run): Promise<Part> {
  const api = await StubApi.start();
  const all = [...texts(), ...accused()];
  const failures: string[] = [];
  let refused = 0;
  await atATime(all, async (variant) => {
    const errors = errorsOf(variant);
    const dns = await startPlaced(run, { Corefile: variant }, api.url);
    await dns.stop();
    const { refusal } = dns;
    if (refusal !== undefined) refused++;
    if ((errors.length > 0) === (refusal !== undefined) && !OF_THE_MACHINE.test(refusal ?? '')) return;
    failures.push(`${JSON.stringify(variant)}: the rules say ${errors.join(', ') || 'no error'}, CoreDNS says ${refusal ?? 'nothing and starts'}`);
  }).finally(() => api.stop());
  return { name: 'rules and starts', passed: all.length - failures.length, failed: failures.length, detail: `${refused} not started`, failures };
}
