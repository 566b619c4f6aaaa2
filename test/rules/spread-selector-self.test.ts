import { afterChange, findings, sound } from './harness';
import { judge } from '../../src/rules/run';
import { spreadSelectorSelf } from '../../src/rules/spread-selector-self';

test('the sound set passes', () => {
  expect(findings(spreadSelectorSelf, sound().objects)).toEqual([]);
});

const constraint = (labelSelector: any) => afterChange(spreadSelectorSelf, ({ pod }) => {
  pod.topologySpreadConstraints[0].labelSelector = labelSelector;
});
const keyed = (matchLabelKeys: string[]) => afterChange(spreadSelectorSelf, ({ pod }) => {
  Object.assign(pod.topologySpreadConstraints[0], { labelSelector: {}, matchLabelKeys });
});
const antiAffinity = (term: any, change: (s: any) => void = () => {}) => afterChange(spreadSelectorSelf, (s) => {
  delete s.pod.topologySpreadConstraints;
  s.pod.affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } };
  change(s);
});

test('warns of a topology spread constraint that selects other pods, which may be outside', () => {
  const [finding, ...others] = constraint({ matchLabels: { app: 'wbe' } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.template.spec.topologySpreadConstraints[0].labelSelector', acknowledgeable: true });
  expect(finding.message).toBe('labelSelector is {"matchLabels":{"app":"wbe"}}, the pods carry {"app":"web"}: '
    + 'the pods of this set are not counted, so all of them may run on one node');
  expect(finding.fix).toBe('write labelSelector: { matchLabels: {"app":"web"} }');
});

test('fails a constraint without a selector, which selects no pod', () => {
  for (const given of [undefined, null, 'app=web', []]) expect(constraint(given)[0].message).toContain('which selects no pod');
});

test('fails a constraint with an empty selector, for which the scheduler counts no pod', () => {
  const [finding, ...others] = constraint({});
  expect(others).toEqual([]);
  expect(finding.message).toBe('labelSelector is {}, and a constraint counts no pod for an empty selector: '
    + 'the pods of this set are not counted, so all of them may run on one node');
  expect(constraint({ matchLabels: {}, matchExpressions: [] })).toHaveLength(1);
  expect(keyed(['pod-template-hash'])).toHaveLength(1);
});

test('an empty selector passes where matchLabelKeys fills it, and in an anti-affinity, where it selects every pod', () => {
  expect(keyed(['app'])).toEqual([]);
  expect(keyed(['controller-revision-hash'])).toEqual([]);
  expect(antiAffinity({ labelSelector: {} })).toEqual([]);
});

test('an expression and a label that the controller writes pass', () => {
  for (const given of [
    { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'db'] }] },
    { matchLabels: { 'app': 'web', 'apps.kubernetes.io/pod-index': '0' } },
  ]) expect(constraint(given)).toEqual([]);
});

test('an anti-affinity with another value, or with the key of another convention, is no term for the set itself', () => {
  expect(antiAffinity({ labelSelector: { matchLabels: { app: 'wbe' } } })).toMatchObject([{
    path: 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
  }]);
  expect(antiAffinity({ labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } } })).toHaveLength(1);
  expect(antiAffinity({ labelSelector: null })).toHaveLength(1);
});

test('an anti-affinity to another workload passes when it is in the rendering, in other namespaces or of other labels', () => {
  const foreign = { labelSelector: { matchLabels: { app: 'db' } } };
  expect(antiAffinity(foreign, ({ objects }) => {
    objects.push({ kind: 'Deployment', metadata: { name: 'db', namespace: 'prod' }, spec: { template: { metadata: { labels: { app: 'db' } } } } });
  })).toEqual([]);
  expect(antiAffinity({ ...foreign, namespaceSelector: {} })).toEqual([]);
  expect(antiAffinity({ labelSelector: { matchLabels: { noisy: 'true' } } })).toEqual([]);
});

test('an anti-affinity to another workload passes beside a term for the set itself', () => {
  expect(afterChange(spreadSelectorSelf, ({ pod }) => {
    pod.affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { app: 'db' } } }] } };
  })).toEqual([]);
});

test('a template without the labels of its own set is left to the rule about that', () => {
  expect(afterChange(spreadSelectorSelf, ({ set }) => { set.spec.template.metadata.labels = null; })).toEqual([]);
});

test('warns of an anti-affinity that lists a value which no pod of the set has', () => {
  const expressed = (values: string[]) => afterChange(spreadSelectorSelf, ({ pod }) => {
    const labelSelector = { matchExpressions: [{ key: 'app', operator: 'In', values }] };
    delete pod.topologySpreadConstraints;
    pod.affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }] } };
  }).map(({ ruleId, severity }) => [ruleId, severity]);
  expect(expressed(['wep'])).toEqual([['spread-selector-self', 'warning']]);
  expect(expressed(['wep', 'web'])).toEqual([]);
});

const severity = (labelSelector: any, closedWorld: boolean, change: (s: any) => void = () => {}) => {
  const spread = (term: 'constraint' | 'anti-affinity') => {
    const s = sound();
    if (term === 'constraint') {
      s.pod.topologySpreadConstraints[0].labelSelector = labelSelector;
    } else {
      delete s.pod.topologySpreadConstraints;
      s.pod.affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector } }] } };
    }
    change(s);
    return judge(s.objects, [spreadSelectorSelf], { minor: 28, clusterDomain: 'cluster.local', closedWorld }).map(({ finding }) => finding.severity);
  };
  return [...spread('constraint'), '|', ...spread('anti-affinity')].join(' ');
};

test('fails what can only be meant for the set itself: its own value under another key, or no pod at all', () => {
  expect(severity({ matchLabels: { 'app.kubernetes.io/name': 'web' } }, false)).toBe('error | error');
  expect(severity({ matchExpressions: [{ key: 'name', operator: 'In', values: ['web'] }] }, false)).toBe('error | error');
  expect(severity(null, false)).toBe('error | error');
});

test('pods that nobody rendered may be outside: a warning, and an error in a closed world', () => {
  const cache = { matchLabels: { app: 'cache' } };
  expect([severity(cache, false), severity(cache, true)]).toEqual(['warning | warning', 'error | error']);
  const labelled = ({ set }: any) => {
    for (const labels of [set.spec.selector.matchLabels, set.spec.template.metadata.labels]) Object.assign(labels, { app: 'shop', component: 'db' });
  };
  expect(severity({ matchLabels: { app: 'shop', component: 'cache' } }, false, labelled)).toBe('warning | warning');
});

test('a constraint that counts the pods of another workload of the rendering is a warning in any world', () => {
  const beside = ({ objects }: any) => objects.push({ kind: 'Deployment', metadata: { name: 'cache', namespace: 'prod' }, spec: { template: { metadata: { labels: { app: 'cache' } } } } });
  expect([false, true].map((closed) => severity({ matchLabels: { app: 'cache' } }, closed, beside))).toEqual(['warning |', 'warning |']);
});

test('a value that says nothing about the set is no mistake, though the pods have it under another key', () => {
  const gpu = severity({ matchLabels: { gpu: 'true' } }, true, ({ set }) => { set.spec.template.metadata.labels.noisy = 'true'; });
  expect(gpu).toBe('error |');
});
