import { Check } from '../../src/checker/check';
import { DEFAULT_SETTINGS } from '../../src/checker/settings';

/** A set of three members without any finding, as text; the parts in capitals may be replaced. */
const SOUND = `apiVersion: v1
kind: Service
metadata: { name: db, namespace: prod }
spec: { clusterIP: None, selector: { app: db }, ports: [{ name: sql, port: 5432 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: prod }
spec:
  serviceName: db
  replicas: 3
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: db } } }
      containers:
        - name: db
          image: example.org/db:1.2.3
          ports: [{ name: sql, containerPort: 5432 }]
          readinessProbe: { tcpSocket: { port: sql } }
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: db, namespace: prod }
spec: { unhealthyPodEvictionPolicy: AlwaysAllow, maxUnavailable: 1, selector: { matchLabels: { app: db } } }
`;

/** The text with parts replaced, the last place of each if it stands there several times. */
function changed(...changes: ReadonlyArray<readonly [from: string, to: string]>): string {
  return changes.reduce((text, [from, to]) => {
    const at = text.lastIndexOf(from);
    if (at < 0) throw new Error(`${from} is not in the text`);
    return text.slice(0, at) + to + text.slice(at + from.length);
  }, SOUND);
}

/** Severity and rule of every finding. */
function verdict(text: string, minor = DEFAULT_SETTINGS.target.minor): string[] {
  const check = new Check({ ...DEFAULT_SETTINGS, target: { ...DEFAULT_SETTINGS.target, minor } });
  check.add({ file: 'x.yaml', text });
  return check.run().findings.map(({ severity, ruleId, kind }) => `${severity} ${ruleId} ${kind}`);
}

/** The Service, the set and the budget in these namespaces; an empty one is left out. */
function inNamespaces(...names: readonly [service: string, set: string, budget: string]): string {
  const left = [...names];
  return SOUND.replace(/, namespace: prod/g, () => {
    const name = left.shift();
    return name ? `, namespace: ${name}` : '';
  });
}

const BUDGET = 'selector: { matchLabels: { app: db } } }\n';
const API = '---\n{ apiVersion: apps/v1, kind: Deployment, metadata: { name: api, namespace: prod }, spec: { replicas: 2, selector: { matchLabels: { app: api } }, '
  + 'template: { metadata: { labels: { app: api } } } } }\n';
const asItems = (text: string, indent: string) => text.split('---\n').map((one) => `${indent}- ${one.trim().replace(/\n/g, `\n${indent}  `)}\n`).join('');
const twin = SOUND.replace(/\bdb\b/g, 'db2').replace(/app: db2/g, 'app: db');

test('the text that all others differ from has no finding', () => {
  expect(verdict(SOUND)).toEqual([]);
});

test.each<[title: string, text: string, expected: string[], minor?: number]>([
  // Selectors by expressions.
  ['a budget that selects by In', changed([BUDGET, 'selector: { matchExpressions: [{ key: app, operator: In, values: [db, old] }] } }\n']), []],
  ['a budget that selects by Exists', changed([BUDGET, 'selector: { matchExpressions: [{ key: app, operator: Exists }] } }\n']), []],
  ['a budget of everything but one label', changed([BUDGET, 'selector: { matchExpressions: [{ key: tier, operator: DoesNotExist }] } }\n']) + API, ['error pdb-selector-exact PodDisruptionBudget']],
  ['a budget whose expression excludes the pods', changed([BUDGET, 'selector: { matchLabels: { app: db }, matchExpressions: [{ key: app, operator: NotIn, values: [db] }] } }\n']),
    ['error pdb-selector-matches PodDisruptionBudget']],
  ['a budget with empty lists', changed([BUDGET, 'selector: { matchLabels: {}, matchExpressions: [] } }\n']), ['error pdb-selector-empty PodDisruptionBudget']],
  ['a set that selects by expressions', SOUND.replace('  selector: { matchLabels: { app: db } }\n', '  selector: { matchExpressions: [{ key: app, operator: In, values: [db] }] }\n'), []],
  ['a set with an operator in lower case', SOUND.replace('  selector: { matchLabels: { app: db } }\n', '  selector: { matchExpressions: [{ key: app, operator: in, values: [db] }] }\n'),
    ['error selector-valid StatefulSet']],
  // Lists, anchors and merge keys.
  ['a List', `apiVersion: v1\nkind: List\nitems:\n${asItems(SOUND, '')}`, []],
  ['a List in a List', `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: List\n  items:\n${asItems(SOUND, '  ')}`, []],
  ['a List whose Service has an address', `apiVersion: v1\nkind: List\nitems:\n${asItems(changed(['clusterIP: None', 'clusterIP: 10.0.0.7, publishNotReadyAddresses: true']), '')}`,
    ['error governing-service-headless Service']],
  ['labels by anchor and merge key', changed(['matchLabels: { app: db } }\n  template', 'matchLabels: &own { app: db } }\n  template'], ['labels: { app: db }', 'labels: { <<: *own, tier: x }']), []],
  // Namespaces: an omitted one is default where others say so, and open otherwise.
  ['no namespace anywhere', inNamespaces('', '', ''), []],
  ['a Service in default, the others open', inNamespaces('default', '', ''), []],
  ['a set in default, the others open', inNamespaces('', 'default', ''), []],
  ['a Service that leaves it open', inNamespaces('', 'prod', 'prod'), ['warning governing-service-namespace StatefulSet']],
  ['a set that leaves it open', inNamespaces('prod', '', ''), ['warning governing-service-namespace StatefulSet']],
  ['a budget that leaves it open', inNamespaces('prod', 'prod', ''), ['warning pdb-namespace PodDisruptionBudget']],
  ['a Service elsewhere', inNamespaces('stage', 'prod', 'prod'), ['error governing-service-namespace StatefulSet']],
  ['a budget elsewhere', inNamespaces('prod', 'prod', 'stage'), ['error pdb-namespace PodDisruptionBudget']],
  ['one name in two namespaces', `${SOUND}---\n${inNamespaces('stage', 'stage', 'stage')}`, []],
  ['one name in one namespace, once said and once left out', `${inNamespaces('', '', '')}---\n${inNamespaces('default', 'default', 'default')}`, [
    'error duplicate-object Service', 'error duplicate-object StatefulSet', 'error duplicate-object PodDisruptionBudget', 'error pdb-overlap PodDisruptionBudget',
  ]],
  // Several sets.
  ['two sets with the labels of one', `${SOUND}---\n${twin}`, [
    'error service-selector-exact Service', 'error workload-selector-overlap StatefulSet', 'warning pdb-not-for-rollouts PodDisruptionBudget',
    'error service-selector-exact Service', 'error workload-selector-overlap StatefulSet', 'error pdb-overlap PodDisruptionBudget', 'error pdb-overlap PodDisruptionBudget',
    'warning pdb-not-for-rollouts PodDisruptionBudget',
  ]],
  // Versions of the API.
  ['a set of apps/v1beta1', changed(['apps/v1', 'apps/v1beta1']), ['error api-version-served StatefulSet']],
  ['a budget of policy/v1beta1', changed(['policy/v1', 'policy/v1beta1']), ['error pdb-api-version PodDisruptionBudget']],
  ['a Service of Knative by the same name', changed(['apiVersion: v1', 'apiVersion: serving.knative.dev/v1']), ['warning governing-service-exists StatefulSet']],
  // Sidecars and init containers.
  ['a port of a sidecar', changed(['port: 5432 }]', 'port: 5432 }, { name: m, port: 9000, targetPort: metrics }]'],
    ['      containers:', '      initContainers: [{ name: m, image: x:1, restartPolicy: Always, ports: [{ name: metrics, containerPort: 9000 }] }]\n      containers:']), [], 31],
  ['a port of an init container', changed(['port: 5432 }]', 'port: 5432 }, { name: m, port: 9000, targetPort: metrics }]'],
    ['      containers:', '      initContainers: [{ name: m, image: x:1, ports: [{ name: metrics, containerPort: 9000 }] }]\n      containers:']), ['warning headless-target-port-exists Service'], 31],
  ['an ephemeral container', changed(['      containers:', '      ephemeralContainers: [{ name: debug, image: x:1 }]\n      containers:']), ['error template-pod-valid StatefulSet']],
  ['no ephemeral container', changed(['      containers:', '      ephemeralContainers: []\n      containers:']), []],
  // Numbers in quotes.
  ['a quoted port of a Service', changed(['name: sql, port: 5432', 'name: sql, port: "5432"']), ['error integer-fields Service']],
  ['a quoted port of a container', changed(['containerPort: 5432', 'containerPort: "5432"']), ['error container-port-valid StatefulSet']],
  ['a quoted budget', changed(['maxUnavailable: 1', 'maxUnavailable: "1"']), ['error pdb-value-format PodDisruptionBudget']],
  // Percentages.
  ...([
    ['33%', 'warning pdb-percent-rounding'], ['34%', 'warning pdb-percent-rounding'], ['67%', 'warning pdb-no-protection'], ['0%', 'error pdb-never-evictable'], ['101%', 'error pdb-value-format'],
    ['1.5', 'error pdb-value-format'], ['-1', 'error pdb-value-format'],
  ] as const).map(([value, rule]): [string, string, string[]] => [`maxUnavailable: ${value}`, changed(['maxUnavailable: 1', `maxUnavailable: ${value}`]), [`${rule} PodDisruptionBudget`]]),
  // Nothing in the place of something.
  ['a budget with the other field null', changed(['maxUnavailable: 1', 'maxUnavailable: 1, minAvailable: null']), []],
  ['a budget with a null selector', changed([BUDGET, 'selector: null }\n']), ['error pdb-selector-null PodDisruptionBudget']],
  ['a null address', changed(['clusterIP: None', 'clusterIP: null']), ['warning governing-service-headless Service']],
  ['null labels of the template', changed(['labels: { app: db }', 'labels: null']), ['error selector-matches-template StatefulSet']],
  ['a null serviceName', changed(['serviceName: db', 'serviceName: null']), ['error service-name-set StatefulSet']],
  ['no ports', changed(['ports: [{ name: sql, port: 5432 }]', 'ports: []']), []],
  ['a Service that selects as a Deployment does', changed(['selector: { app: db }', 'selector: { matchLabels: { app: db } }']), ['error service-selector-matches-template Service', 'error text-fields Service']],
])('%s', (_, text, expected, ...[minor]) => {
  expect(verdict(text, minor)).toEqual(expected);
});
