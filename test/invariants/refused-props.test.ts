import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ExternalTrafficPolicy, IpFamily, IpFamilyPolicy, Spread, StatefulWorkload, StatefulWorkloadProps, TerminationMessagePolicy, UpdatePolicy } from '../../src';
import { chart, db, refusal, ruleIds } from '../support';

/** Props that a pod or the API server refuses, and the rule that says so before anything is written. */
const REFUSED: ReadonlyArray<readonly [what: string, props: StatefulWorkloadProps, rule: string]> = [
  ['a user id below 0', { runAs: -1 }, 'pod-security-ids'],
  ['an fsGroup below 0', { securityContext: { fsGroup: -1 } }, 'pod-security-ids'],
  ['a supplemental group below 0', { supplementalGroups: [-5] }, 'pod-security-ids'],
  ['a node label that no node can have', { nodeSelector: { 'bad key!': 'x y' } }, 'template-pod-valid'],
  ['a priority class that cannot exist', { priorityClassName: 'Bad Name' }, 'template-pod-valid'],
  ['a runtime class that cannot exist', { runtimeClassName: 'A_B' }, 'template-pod-valid'],
  ['a spread over no label', { spread: Spread.of({ topologyKey: '' }) }, 'spread-valid'],
  ['a spread without skew', { spread: Spread.of({ topologyKey: 'zone', maxSkew: 0 }) }, 'spread-valid'],
  ['two spreads over one label', { spread: Spread.of({ topologyKey: 'zone' }, { topologyKey: 'zone', maxSkew: 2 }) }, 'spread-valid'],
  ['minDomains that need not hold', { spread: Spread.of({ topologyKey: 'zone', minDomains: 2 }) }, 'spread-valid'],
  ['one IP family twice', { headlessService: { ipFamilies: [IpFamily.IPV4, IpFamily.IPV4] } }, 'service-ip-families'],
  ['two IP families on a single stack', { headlessService: { ipFamilies: [IpFamily.IPV4, IpFamily.IPV6], ipFamilyPolicy: IpFamilyPolicy.SINGLE_STACK } }, 'service-ip-families'],
  ['an update that takes no pod', { updatePolicy: UpdatePolicy.rolling({ maxUnavailable: 0 }) }, 'max-unavailable-valid'],
  ['a selector with a version', { selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db', 'app.kubernetes.io/version': '1.2' } }, 'selector-labels-stable'],
  ['a namespace that cannot exist', { metadata: { namespace: 'Bad_NS' } }, 'object-name-valid'],
];

test.each(REFUSED)('fails %s', (_, props, rule) => {
  const { chart: scope, workload } = db(props);
  expect([...new Set(ruleIds(workload))]).toEqual([rule]);
  expect(refusal(scope)).toContain(`[test/db] ${rule}: `);
});

test('warns of a scheduler that hardly exists', () => {
  expect(ruleIds(db({ schedulerName: 'Bad Name!' }).workload, 'warning')).toEqual(['template-pod-valid']);
});

const AFTER: ReadonlyArray<readonly [what: string, change: (w: StatefulWorkload, c: kplus.Container) => void, rule: string]> = [
  ['a client Service that stands for no name', (w) => w.addClientService({ type: kplus.ServiceType.EXTERNAL_NAME }), 'service-type-fields'],
  ['a traffic policy in lower case', (w) => w.addClientService({ type: kplus.ServiceType.NODE_PORT, externalTrafficPolicy: 'local' as ExternalTrafficPolicy }), 'service-type-fields'],
  ['a NetworkPolicy that cannot exist', (w) => w.addNetworkPolicy({ name: 'Bad_Name' }), 'object-name-valid'],
  ['a source that would be dropped', (w, c) => w.claim('old', { storage: Size.gibibytes(1), dataSource: { kind: 'Bad', name: '' } }).mount(c, '/old'), 'vct-data-source'],
  ['two devices at one path', (w, c) => ['a', 'b'].forEach((name) =>
    w.claim(name, { storage: Size.gibibytes(1), volumeMode: kplus.PersistentVolumeMode.BLOCK }).attach(c, '/dev/xvda')), 'volume-device-valid'],
  ['a device at a relative path', (w, c) => w.claim('a', { storage: Size.gibibytes(1), volumeMode: kplus.PersistentVolumeMode.BLOCK }).attach(c, 'dev/xvda'), 'volume-device-valid'],
  ['a termination message policy of no meaning', (w, c) => w.extendContainer(c, { terminationMessagePolicy: 'file' as TerminationMessagePolicy }), 'template-pod-valid'],
];

test.each(AFTER)('fails %s', (_, change, rule) => {
  const { chart: scope, workload, container } = db();
  change(workload, container);
  expect([...new Set(ruleIds(workload))]).toEqual([rule]);
  expect(refusal(scope)).toContain(`[test/db] ${rule}: `);
});

test('warns of a key that the ConfigMap of the chart has not', () => {
  const { chart: scope, workload, container } = db({}, chart());
  const settings = new kplus.ConfigMap(scope, 'settings', { metadata: { name: 'settings' }, data: { a: '1' } });
  container.env.addVariable('B', kplus.EnvValue.fromConfigMap(settings, 'b'));
  expect(ruleIds(workload, 'warning')).toEqual(['referenced-objects-exist']);
});
