import { ApiObject, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { app, chart, db, pod, refusal, rendered, ruleIds, set } from './support';
import { Disruption, ExternalTrafficPolicy, IdentitySnapshot, Members, PeerSelection, PodDisruptionBudget } from '../src';

const IGNORE = 'cdk8s-stateful.dev/ignore';

describe('what belongs to another workload', () => {
  test('fails a claim that is mounted there: each pod would get an empty directory', () => {
    const scope = chart();
    const [a, b] = [db({}, scope, 'a'), db({}, scope, 'b')];
    a.workload.claim('wal', { storage: Size.gibibytes(1) }).mount(a.container, '/wal').mount(b.container, '/wal');
    expect(refusal(scope)).toContain('[test/b] declaration: StatefulSet prod/b spec.template.spec: a container mounts the claim "wal" of another workload');
    expect(ruleIds(a.workload)).toEqual([]);
  });

  test('fails a device and an extension of a foreign container', () => {
    const scope = chart();
    const [a, b] = [db({}, scope, 'a'), db({}, scope, 'b')];
    a.workload.claim('raw', { storage: Size.gibibytes(1), volumeMode: kplus.PersistentVolumeMode.BLOCK }).attach(a.container, '/dev/x').attach(b.container, '/dev/x');
    b.workload.extendContainer(a.container, { probePortNames: true });
    expect(ruleIds(a.workload)).toEqual(['declaration']);
    expect(ruleIds(b.workload)).toEqual(['declaration']);
  });

  test('a container that is attached as an object may use the claims', () => {
    const { chart: scope, workload } = db();
    const attached = new kplus.Container({ name: 'two', image: 'example/two:1' });
    workload.claim('more', { storage: Size.gibibytes(1) }).mount(attached, '/more');
    workload.attachContainer(attached);
    expect(ruleIds(workload)).toEqual([]);
    expect(pod(scope).volumes).toBeUndefined();
  });
});

describe('a range in place of a number', () => {
  test('is intent on the StatefulSet, and budgets and tables count its minimum, wherever the autoscaler is', () => {
    const { chart: scope, workload } = db({ replicas: undefined, autoscale: { min: 3, max: 5 }, disruption: Disruption.keepMajority() });
    expect(set(scope).metadata.annotations['cdk8s-stateful.dev/replicas']).toBe('3-5');
    expect(ruleIds(workload).concat(ruleIds(workload, 'warning'))).toEqual(['autoscaler-missing']);
    workload.acknowledge('autoscaler-missing', 'the platform scales it');
    expect(ruleIds(workload).concat(ruleIds(workload, 'warning'))).toEqual([]);
    expect(IdentitySnapshot.of(scope).text).toContain('minAvailable 2 of 3: a drain may take 1');
  });

  test('fails an autoscaler of any kind that leaves it, or that meets a fixed number', () => {
    const hpa = (props: object, min: number) => {
      const it = db(props);
      new ApiObject(it.chart, 'hpa', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'db' },
        spec: { minReplicas: min, maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' } },
      });
      return ruleIds(it.workload);
    };
    expect(hpa({}, 3)).toEqual(['hpa-owns-replicas']);
    expect(hpa({ replicas: undefined, autoscale: { min: 3, max: 5 } }, 3)).toEqual(['hpa-owns-replicas']);
  });

  test('fails an autoscaler where a budget or a certificate was derived from a fixed number', () => {
    const scaled = (use: (w: ReturnType<typeof db>) => void, props: object = {}) => {
      const it = db({ replicas: undefined, ...props });
      use(it);
      it.workload.markHasAutoscaler();
      return ruleIds(it.workload);
    };
    expect(scaled(({ workload }) => workload.identity.tlsNames())).toEqual(['autoscaler-derived']);
    expect(scaled(() => undefined, { disruption: Disruption.atMostPercent(50) })).toContain('autoscaler-derived');
    expect(scaled(() => undefined)).toEqual([]);
  });
});

describe('acknowledgements in the annotation', () => {
  test('lines by hand and calls stand side by side, whichever comes first', () => {
    const { chart: scope, workload } = db({ replicas: 0, metadata: { annotations: { [IGNORE]: 'replicas-zero: parked' } } });
    workload.acknowledge('stateful-without-storage', 'ok');
    expect(set(scope).metadata.annotations[IGNORE]).toBe('replicas-zero: parked\nstateful-without-storage: ok');
    const later = db({ replicas: 1, disruption: Disruption.allowOutage('a cache') });
    later.workload.metadata.addAnnotation(IGNORE, 'replicas-zero: never');
    expect(ruleIds(later.workload, 'warning')).toEqual([]);
    expect(set(later.chart).metadata.annotations[IGNORE].split('\n')[0]).toBe('replicas-zero: never');
  });
});

describe('variables', () => {
  test('a declared POD_NAME comes before what refers to it', () => {
    const { chart: scope, workload } = db();
    workload.addContainer({
      name: 'two',
      image: 'example/two:1',
      envVariables: { URL: kplus.EnvValue.fromValue(workload.self('http://{fqdn}')), POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME) },
    });
    expect(pod(scope).containers[1].env.map((e: any) => e.name)).toEqual(['POD_ORDINAL', 'POD_NAME', 'URL']);
  });
});

describe('security', () => {
  test('a capability that is added leaves all others dropped', () => {
    const { chart: scope, workload } = db();
    workload.addContainer({ name: 'two', image: 'example/two:1', securityContext: { capabilities: { add: [kplus.Capability.NET_BIND_SERVICE] } } });
    expect(pod(scope).containers[1].securityContext.capabilities).toEqual({ add: ['NET_BIND_SERVICE'], drop: ['ALL'] });
  });

  test('isolated members still reach each other and DNS', () => {
    const { chart: scope } = db({ isolate: true });
    const policies = Testing.synth(scope).filter((o) => o.kind === 'NetworkPolicy');
    expect(policies.map((p) => p.metadata.name)).toEqual(['db']);
    expect(policies[0].spec.egress).toHaveLength(2);
  });
});

describe('lists', () => {
  test('fails a bootstrap list of five, also when it is asked for by name', () => {
    const { workload } = db({ replicas: 5 });
    workload.peers('{name}', { members: PeerSelection.bootstrap() });
    expect(ruleIds(workload)).toEqual(['bootstrap-range-unstated']);
  });

  test('a role of an autoscaled set may name any pod that can exist', () => {
    const { workload } = db({ replicas: undefined, autoscale: { min: 2, max: 4 } });
    expect(workload.peers('{name}', { members: PeerSelection.only(3) })).toBe('db-3');
  });

  test('fails ordinals that do not exist and empty commands', () => {
    const { workload } = db();
    workload.byOrdinal({ ordinals: { 99: ['a'], x: ['b'] }, others: [] });
    expect(workload.findings.filter((f) => f.ruleId === 'declaration').map((f) => f.message)).toEqual([
      'the set has no ordinal 99: its command would never run',
      'the set has no ordinal NaN: its command would never run',
      'a command is empty: the container would run its args',
    ]);
  });
});

describe('Services', () => {
  test('fails a Service for clients without any port', () => {
    const scope = chart();
    const { workload } = db({}, scope);
    const bare = new (workload.constructor as any)(scope, 'bare', { replicas: 3 });
    bare.addContainer({ image: 'example/x:1' });
    bare.addClientService();
    expect(refusal(scope)).toContain('no container declares a port, and a Service for clients needs one');
  });

  test('fails fields of another type of Service, and protocols of unknown ports', () => {
    const { workload } = db({ headlessService: { appProtocols: { zz: 'http' } } });
    workload.addClientService({ externalTrafficPolicy: ExternalTrafficPolicy.LOCAL });
    expect(workload.findings.filter((f) => f.severity === 'error').map((f) => [f.ruleId, f.path])).toEqual([['service-type-fields', 'addClientService'], ['declaration', 'headlessService']]);
  });

  test('any number of Services for clients and of policies can be added, and names that meet are a finding', () => {
    const { workload, chart: scope } = db();
    for (let i = 0; i < 3; i++) workload.addClientService();
    workload.addNetworkPolicy();
    workload.addNetworkPolicy({ name: 'more' });
    expect(refusal(scope)).toContain('duplicate-object: Service prod/db-client');
  });
});

describe('patches and versions', () => {
  test('fails a patch that fits nowhere by its operation and path', () => {
    const { chart: scope, workload } = db();
    workload.statefulSet.addJsonPatch(JsonPatch.replace('/spec/nope/x', 1));
    expect(refusal(scope)).toContain('the JSON patch {"op":"replace","path":"/spec/nope/x","value":1} does not fit');
  });

  test('fails a version that drops ordinals and retention without a word', () => {
    expect(ruleIds(db({ kubernetesVersion: '1.26' }).workload)).toEqual(['target']);
  });
});

describe('neighbours', () => {
  const budget = (scope: ReturnType<typeof chart>) => new ApiObject(scope, 'pdb', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'mine' },
    spec: { minAvailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': 'db' } } },
  });

  test('one that is added after a look at the findings is seen by findings and by the next synth', () => {
    const { chart: scope, workload } = db();
    expect(ruleIds(workload)).toEqual([]);
    budget(scope);
    expect(ruleIds(workload)).toContain('pdb-overlap');
    expect(refusal(scope)).toContain('pdb-overlap');
  });

  test('one that is added between two synths of the chart or the app is seen', () => {
    const { chart: scope } = db();
    Testing.synth(scope);
    const mine = budget(scope);
    expect(refusal(scope)).toContain('pdb-overlap');
    mine.addJsonPatch(JsonPatch.replace('/spec/selector/matchLabels', { other: 'x' }));
    expect(app(scope).synthYaml()).toContain('name: mine');
  });
});

test('a budget for other pods of the chart is none of ours', () => {
  const { chart: scope, workload } = db();
  new kplus.Deployment(scope, 'web', { podMetadata: { labels: { app: 'web' } }, containers: [{ image: 'example/web:1' }] });
  new ApiObject(scope, 'pdb', { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } } });
  expect(ruleIds(workload)).toEqual([]);
  expect(Testing.synth(scope)).toHaveLength(5);
});

test('a budget that stands alone has the name of its construct id', () => {
  const scope = chart();
  new PodDisruptionBudget(scope, 'web', { replicas: 3, selector: { app: 'web' }, members: Members.quorum() });
  expect(Object.keys(rendered(scope))).toEqual(['PodDisruptionBudget/web']);
});
