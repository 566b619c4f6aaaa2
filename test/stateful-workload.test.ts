import { ApiObject, App, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ClaimRetention, IpFamily, IpFamilyPolicy, Members, PodDefaults, Spread, StatefulWorkload, TerminationMessagePolicy, UpdatePolicy, WhenUnsatisfiable } from '../src';
import { chart, db, pod, refusal, rendered, ruleIds, set, yaml } from './support';

describe('the matched set', () => {
  test('a declaration with every common feature renders this set', () => {
    const scope = chart();
    const etcd = new StatefulWorkload(scope, 'etcd', { replicas: 3, runAs: 1000, members: Members.quorum({ bootstrapTogether: true }) });
    const server = etcd.addContainer({
      image: 'quay.io/coreos/etcd:v3.6.5',
      ports: [{ name: 'client', number: 2379 }, { name: 'peer', number: 2380 }],
      args: [
        '--name=$(POD_NAME)', '--data-dir=/data/etcd',
        `--initial-cluster=${etcd.peers('{name}=http://{fqdn}:2380')}`,
        `--initial-advertise-peer-urls=${etcd.self('http://{fqdn}:2380')}`,
      ],
      readiness: kplus.Probe.fromHttpGet('/readyz', { port: 2379 }),
    });
    etcd.claim('data', { storage: Size.gibibytes(10) }).mount(server, '/data');
    etcd.addClientService({ ports: ['client'] });
    etcd.addNetworkPolicy({ restrictEgress: true });
    expect(yaml(scope)).toMatchSnapshot();
    expect(etcd.findings.filter((f) => f.severity !== 'info')).toEqual([]);
  });

  test('commands that differ by ordinal render this set', () => {
    const scope = chart();
    const redis = new StatefulWorkload(scope, 'redis', { replicas: 3, runAs: 999 });
    const server = redis.addContainer({
      image: 'redis:7.4',
      ports: [{ name: 'redis', number: 6379 }],
      command: redis.byOrdinal({ first: ['redis-server'], others: ['redis-server', '--replicaof', redis.fqdn(0), '6379'] }),
    });
    redis.claim('data', { storage: Size.gibibytes(1) }).mount(server, '/data');
    expect(yaml(scope)).toMatchSnapshot();
  });

  test('objects come in apply order: Service, StatefulSet, PodDisruptionBudget', () => {
    const { chart: scope } = db();
    expect(Testing.synth(scope).map((o) => o.kind)).toEqual(['Service', 'StatefulSet', 'PodDisruptionBudget']);
  });

  test('the node\'s default child is the StatefulSet', () => {
    const { workload } = db();
    expect(ApiObject.of(workload).kind).toBe('StatefulSet');
    expect(workload.kind).toBe('StatefulSet');
    expect(workload.name).toBe('db');
  });

  test('moving, nesting and renaming the scopes changes no byte', () => {
    const flat = chart();
    db({}, flat);
    const other = new Chart(Testing.app(), 'another-chart', { namespace: 'prod' });
    const nested = new Construct(new Construct(other, 'platform'), 'storage');
    db({}, nested as Chart);
    expect(yaml(other)).toBe(yaml(flat));
  });

  test('the construct id is the name, metadata.name replaces it everywhere', () => {
    const { chart: scope } = db({ metadata: { name: 'orders' } });
    const objects = rendered(scope);
    expect(Object.keys(objects)).toEqual(['Service/orders', 'StatefulSet/orders', 'PodDisruptionBudget/orders']);
    expect(objects['StatefulSet/orders'].spec.serviceName).toBe('orders');
    expect(objects['StatefulSet/orders'].spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/instance': 'orders' } });
  });

  test('a synth twice gives the same bytes', () => {
    const { chart: scope } = db();
    expect(yaml(scope)).toBe(yaml(scope));
  });

  test('the namespace and labels of the metadata are on every object, its annotations on the StatefulSet', () => {
    const { chart: scope } = db({ metadata: { namespace: 'stage', labels: { team: 'x' }, annotations: { note: 'n' } } });
    const objects = Testing.synth(scope);
    expect(objects.map((o) => o.metadata.namespace)).toEqual(['stage', 'stage', 'stage']);
    expect(objects.map((o) => o.metadata.labels.team)).toEqual(['x', 'x', 'x']);
    expect(objects.map((o) => o.metadata.annotations?.note)).toEqual([undefined, 'n', undefined]);
    expect(objects[1].spec.template.metadata.labels.team).toBeUndefined();
  });

  test('application labels are on objects and pods, only name and instance select', () => {
    const { chart: scope } = db({ app: { name: 'postgres', instance: 'orders', component: 'store', partOf: 'shop' } });
    const sts = set(scope);
    expect(sts.spec.selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'orders' });
    expect(sts.spec.template.metadata.labels).toEqual({
      'app.kubernetes.io/name': 'postgres', 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/component': 'store', 'app.kubernetes.io/part-of': 'shop',
    });
    expect(sts.metadata.labels['app.kubernetes.io/managed-by']).toBe('cdk8s');
  });
});

describe('the headless Service', () => {
  test('has no cluster IP, the set\'s selector, and every port under its own number', () => {
    const { chart: scope } = db();
    expect(rendered(scope)['Service/db'].spec).toEqual({
      clusterIP: 'None',
      type: 'ClusterIP',
      selector: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' },
      ports: [{ name: 'sql', port: 5432, targetPort: 5432, protocol: 'TCP' }],
    });
  });

  test('follows containers and ports that are added later, sidecars included, each port once and named', () => {
    const { chart: scope, workload, container } = db({ kubernetesVersion: '1.29' });
    container.addPort({ number: 9187, name: 'metrics' });
    workload.addContainer({ name: 'two', image: 'example/two:1', ports: [{ number: 8080 }, { number: 5432 }, { number: 53, protocol: kplus.Protocol.UDP }] });
    workload.addInitContainer({ name: 'side', image: 'example/side:1', restartPolicy: kplus.ContainerRestartPolicy.ALWAYS, ports: [{ number: 7000, name: 'side' }] });
    workload.addInitContainer({ name: 'init', image: 'example/init:1', ports: [{ number: 7001, name: 'never' }] });
    expect(rendered(scope)['Service/db'].spec.ports.map((p: any) => [p.name, p.port, p.protocol])).toEqual([
      ['sql', 5432, 'TCP'], ['metrics', 9187, 'TCP'], ['tcp-8080', 8080, 'TCP'], ['udp-53', 53, 'UDP'], ['side', 7000, 'TCP'],
    ]);
  });

  test('is valid without any port', () => {
    const scope = chart();
    const worker = new StatefulWorkload(scope, 'worker', { replicas: 2 });
    worker.addContainer({ image: 'example/worker:1' });
    expect(rendered(scope)['Service/worker'].spec.ports).toBeUndefined();
    expect(ruleIds(worker)).toEqual([]);
  });

  test('takes a name, IP families and application protocols, and the name becomes serviceName', () => {
    const { chart: scope, workload } = db({
      headlessService: {
        name: 'db-hs', ipFamilies: [IpFamily.IPV6, IpFamily.IPV4], ipFamilyPolicy: IpFamilyPolicy.PREFER_DUAL_STACK, appProtocols: { sql: 'tcp' },
      },
    });
    const objects = rendered(scope);
    expect(objects['StatefulSet/db'].spec.serviceName).toBe('db-hs');
    expect(objects['Service/db-hs'].spec).toMatchObject({ ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack', ports: [{ appProtocol: 'tcp' }] });
    expect(workload.fqdn(0)).toBe('db-0.db-hs.prod.svc.cluster.local');
  });
});

describe('members that bootstrap together', () => {
  const together = { members: Members.quorum({ bootstrapTogether: true }) };

  test('start in parallel and find each other before they are ready, said by one word', () => {
    const { chart: scope, workload } = db(together);
    expect(set(scope).spec.podManagementPolicy).toBe('Parallel');
    expect(rendered(scope)['Service/db'].spec.publishNotReadyAddresses).toBe(true);
    expect(set(scope).metadata.annotations).toEqual({
      'cdk8s-stateful.dev/members': 'quorum',
      'cdk8s-stateful.dev/bootstrap': 'together, 3',
      'cdk8s-stateful.dev/ignore': 'parallel-update-drops-quorum: the members bootstrap together, which needs Parallel',
    });
    expect(ruleIds(workload, 'warning')).toEqual([]);
  });

  test('intent never reaches the pods', () => {
    const { chart: scope } = db(together);
    expect(set(scope).spec.template.metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } });
  });

  test('fails OrderedReady, under which the first member waits for the others for ever', () => {
    const { workload } = db({ ...together, podManagementPolicy: kplus.PodManagementPolicy.ORDERED_READY });
    expect(ruleIds(workload)).toEqual(['ordered-ready-bootstrap-deadlock']);
  });

  test('fails hidden addresses, under which no member finds another', () => {
    const { workload } = db({ ...together, headlessService: { publishNotReadyAddresses: false } });
    expect(ruleIds(workload)).toEqual(['publish-not-ready-addresses']);
  });

  test('a contradiction can be acknowledged with a reason', () => {
    const { workload } = db({
      ...together,
      podManagementPolicy: kplus.PodManagementPolicy.ORDERED_READY,
      acknowledge: { 'ordered-ready-bootstrap-deadlock': 'the init container forms the cluster of one' },
    });
    expect(ruleIds(workload)).toEqual([]);
  });

  test('the choice of Parallel without it is told what an update costs', () => {
    const { workload } = db({
      members: Members.quorum(), podManagementPolicy: kplus.PodManagementPolicy.PARALLEL, headlessService: { publishNotReadyAddresses: true },
    });
    expect(ruleIds(workload, 'warning')).toEqual(['parallel-update-drops-quorum']);
  });

  test('the peer list stays the first one when the set grows', () => {
    const list = (replicas: number) => db({ replicas, members: Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 }) }).workload.peers('{name}');
    expect([list(3), list(5), list(7)]).toEqual(['db-0,db-1,db-2', 'db-0,db-1,db-2', 'db-0,db-1,db-2']);
  });

  test('a list made through the identity, for a ConfigMap, counts as one', () => {
    const { workload } = db({ ...together, replicas: 5 });
    workload.identity.peersJson('{name}');
    expect(ruleIds(workload)).toEqual(['bootstrap-range-unstated']);
  });

  test('fails a list of five members whose first size nobody said', () => {
    const { workload } = db({ ...together, replicas: 5 });
    workload.peers('{name}');
    expect(ruleIds(workload)).toEqual(['bootstrap-range-unstated']);
    expect(workload.findings.find((f) => f.ruleId === 'bootstrap-range-unstated')!.fix)
      .toBe('write bootstrapSize: 5 for a new set, or the number that the set once started with');
  });
});

describe('the StatefulSet', () => {
  test('renders the knobs that are set and leaves out those that are not', () => {
    const { chart: scope } = db({
      ordinalsStart: 5,
      updatePolicy: UpdatePolicy.rolling({ fromOrdinal: 6 }),
      minReady: Duration.minutes(1),
      revisionHistoryLimit: 3,
      claimRetention: { whenScaled: ClaimRetention.RETAIN, whenDeleted: ClaimRetention.RETAIN },
      terminationGracePeriod: Duration.minutes(2),
    });
    const { template, selector, volumeClaimTemplates, ...rest } = set(scope).spec;
    expect(rest).toEqual({
      replicas: 3,
      serviceName: 'db',
      ordinals: { start: 5 },
      podManagementPolicy: 'OrderedReady',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
      minReadySeconds: 60,
      revisionHistoryLimit: 3,
      persistentVolumeClaimRetentionPolicy: { whenScaled: 'Retain', whenDeleted: 'Retain' },
    });
    expect(template.spec.terminationGracePeriodSeconds).toBe(120);
    expect(Object.keys(set(db().chart).spec).sort()).toEqual([
      'podManagementPolicy', 'replicas', 'selector', 'serviceName', 'template', 'updateStrategy', 'volumeClaimTemplates',
    ]);
    expect([selector, volumeClaimTemplates].every(Boolean)).toBe(true);
  });

  test('an update on delete has no rollingUpdate', () => {
    const { chart: scope } = db({ updatePolicy: UpdatePolicy.onDelete() });
    expect(set(scope).spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });

  test('renders what cdk8s-plus has no prop for', () => {
    const { chart: scope, container, workload } = db({
      priorityClassName: 'high',
      nodeSelector: { disk: 'ssd' },
      runtimeClassName: 'gvisor',
      schedulerName: 'mine',
      supplementalGroups: [7, 8],
      seccompProfile: { type: kplus.SeccompProfileType.LOCALHOST, localhostProfile: 'db.json' },
      spread: Spread.of({ topologyKey: 'rack', maxSkew: 2, whenUnsatisfiable: WhenUnsatisfiable.DO_NOT_SCHEDULE, minDomains: 3 }),
    });
    workload.extendContainer(container, { terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR, terminationMessagePath: '/tmp/m', probePortNames: true });
    expect(pod(scope)).toMatchObject({
      priorityClassName: 'high',
      nodeSelector: { disk: 'ssd' },
      runtimeClassName: 'gvisor',
      schedulerName: 'mine',
      securityContext: { supplementalGroups: [7, 8], seccompProfile: { type: 'Localhost', localhostProfile: 'db.json' } },
      topologySpreadConstraints: [{
        topologyKey: 'rack',
        maxSkew: 2,
        whenUnsatisfiable: 'DoNotSchedule',
        minDomains: 3,
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } },
      }],
      containers: [{ terminationMessagePolicy: TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR, terminationMessagePath: '/tmp/m', readinessProbe: { tcpSocket: { port: 'sql' } } }],
    });
  });

  test('declared volumes come first and in their order, whatever is mounted first', () => {
    const { chart: scope, workload, container } = db();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => kplus.Volume.fromEmptyDir(scope, name, name));
    for (const volume of [c, b, a]) container.mount(`/${volume.name}`, volume);
    workload.addVolume(a);
    workload.addVolume(b);
    expect(pod(scope).volumes.map((v: any) => v.name)).toEqual(['a', 'b', 'c']);
  });

  test('an affinity to named namespaces is held against those and not against every one', () => {
    const { chart: scope, workload } = db();
    const others = kplus.Pods.select(scope, 'others', { labels: { a: 'b' }, namespaces: kplus.Namespaces.select(scope, 'ns', { names: ['prod'] }) });
    workload.scheduling.separate(others, { weight: 1 });
    expect(pod(scope).affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution).toEqual([
      { weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { a: 'b' } }, namespaces: ['prod'] } },
    ]);
  });

  test('takes volumes, config, secrets, service accounts and hooks of cdk8s-plus as they are', () => {
    const { chart: scope, workload, container } = db({
      serviceAccount: kplus.ServiceAccount.fromServiceAccountName(chart(), 'sa', 'db'),
      dockerRegistryAuth: kplus.Secret.fromSecretName(chart(), 'auth', 'registry'),
      hostAliases: [{ ip: '198.18.0.1', hostnames: ['legacy'] }],
      dns: { nameservers: ['198.18.0.10'] },
    });
    const config = new kplus.ConfigMap(scope, 'config', { metadata: { name: 'db-config' }, data: { a: 'b' } });
    container.mount('/etc/db', kplus.Volume.fromConfigMap(scope, 'v', config));
    container.env.addVariable('A', kplus.EnvValue.fromConfigMap(config, 'a'));
    container.env.addVariable('SELF', kplus.EnvValue.fromValue('$(POD_NAME)'));
    workload.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.is('dedicated', 'db')));
    const spec = pod(scope);
    expect(spec.serviceAccountName).toBe('db');
    expect(spec.imagePullSecrets).toEqual([{ name: 'registry' }]);
    expect(spec.hostAliases).toEqual([{ ip: '198.18.0.1', hostnames: ['legacy'] }]);
    expect(spec.dnsConfig).toEqual({ nameservers: ['198.18.0.10'] });
    expect(spec.tolerations).toEqual([{ key: 'dedicated', operator: 'Equal', value: 'db' }]);
    expect(spec.volumes).toEqual([{ name: 'configmap-db-config', configMap: { name: 'db-config' } }]);
    expect(spec.containers[0].env.map((e: any) => e.name)).toEqual(['POD_NAME', 'POD_ORDINAL', 'A', 'SELF']);
  });
});

describe('escape hatches', () => {
  test('a patch reaches the YAML: quantities, clusterIP, integers-or-strings and fields newer than 1.28', () => {
    const { chart: scope, workload } = db();
    ApiObject.of(workload).addJsonPatch(
      JsonPatch.replace('/spec/volumeClaimTemplates/0/spec/resources/requests/storage', '512Mi'),
      JsonPatch.add('/spec/volumeClaimTemplates/0/spec/volumeAttributesClassName', 'gold'),
      JsonPatch.add('/spec/template/spec/hostnameOverride', 'x'),
      JsonPatch.add('/spec/template/spec/containers/0/resources', { limits: { memory: '4Gi', cpu: 2 } }),
      JsonPatch.remove('/spec/template/spec/hostnameOverride'),
    );
    workload.service.addJsonPatch(JsonPatch.add('/spec/trafficDistribution', 'PreferClose'), JsonPatch.replace('/spec/clusterIP', 'None'));
    workload.budget!.addJsonPatch(JsonPatch.replace('/spec/maxUnavailable', '34%'));
    const objects = rendered(scope);
    expect(objects['StatefulSet/db'].spec.volumeClaimTemplates[0].spec).toMatchObject({ resources: { requests: { storage: '512Mi' } }, volumeAttributesClassName: 'gold' });
    expect(objects['StatefulSet/db'].spec.template.spec.containers[0].resources).toEqual({ limits: { memory: '4Gi', cpu: 2 } });
    expect(objects['Service/db'].spec).toMatchObject({ clusterIP: 'None', trafficDistribution: 'PreferClose' });
    expect(objects['PodDisruptionBudget/db'].spec.maxUnavailable).toBe('34%');
  });

  test('fails a patch that breaks an invariant of another object', () => {
    const { chart: scope, workload } = db();
    workload.service.addJsonPatch(JsonPatch.replace('/spec/clusterIP', '198.18.3.4'));
    expect(refusal(scope)).toContain('governing-service-headless');
  });

  test('resolvers of the app see every value', () => {
    const custom = new App({ resolvers: [{ resolve: (context) => { if (context.value === 'example/db:1') context.replaceValue('mirror/db:1'); } }] });
    const scope = new Chart(custom, 'test', { namespace: 'prod' });
    db({}, scope);
    expect(pod(scope).containers[0].image).toBe('mirror/db:1');
  });
});

describe('defaults for servers that keep data', () => {
  test('nothing that cdk8s-plus assumes for web pods leaks in', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3 });
    workload.addContainer({ image: 'example/db:1', portNumber: 5432 });
    expect(pod(scope)).toEqual({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      containers: [{
        name: 'main',
        image: 'example/db:1',
        env: [
          { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
          { name: 'POD_ORDINAL', valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } } },
        ],
        ports: [{ containerPort: 5432 }],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      }],
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      topologySpreadConstraints: [
        { topologyKey: 'kubernetes.io/hostname', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } } },
        { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' } } },
      ],
    });
  });

  test('the process can write its claim, as the declared user or any other', () => {
    expect(pod(db().chart).securityContext).toEqual({
      runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch', seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod(db({ runAs: undefined }).chart).securityContext).toMatchObject({ fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' });
  });

  test('each is overridden by the prop of its field', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', {
      replicas: 3,
      automountServiceAccountToken: true,
      enableServiceLinks: true,
      securityContext: { ensureNonRoot: false, user: 0, group: 1, fsGroup: 2, fsGroupChangePolicy: kplus.FsGroupChangePolicy.ALWAYS },
      seccompProfile: { type: kplus.SeccompProfileType.UNCONFINED },
      spread: Spread.none(),
      podMetadata: { labels: { 'app.kubernetes.io/name': 'db', 'extra': 'x' }, annotations: { note: 'n' } },
    });
    workload.addContainer({
      image: 'example/db:1',
      imagePullPolicy: kplus.ImagePullPolicy.NEVER,
      resources: { memory: { limit: Size.gibibytes(4) } },
      startup: kplus.Probe.fromTcpSocket({ port: 5432 }),
      envVariables: { POD_NAME: kplus.EnvValue.fromValue('mine') },
      securityContext: { privileged: true, readOnlyRootFilesystem: true },
    });
    const { containers: [container], ...rest } = pod(scope);
    expect(rest).toEqual({
      automountServiceAccountToken: true,
      enableServiceLinks: true,
      securityContext: { runAsNonRoot: false, runAsUser: 0, runAsGroup: 1, fsGroup: 2, fsGroupChangePolicy: 'Always', seccompProfile: { type: 'Unconfined' } },
    });
    expect(container).toMatchObject({
      imagePullPolicy: 'Never',
      resources: { limits: { memory: '4Gi' } },
      startupProbe: { tcpSocket: { port: 5432 } },
      securityContext: { privileged: true, readOnlyRootFilesystem: true },
    });
    expect(Object.keys(container.securityContext)).toEqual(['privileged', 'readOnlyRootFilesystem']);
    expect(container.env.map((e: any) => [e.name, e.value])).toEqual([['POD_ORDINAL', undefined], ['POD_NAME', 'mine']]);
    expect(set(scope).spec.template.metadata).toEqual({
      labels: { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db', 'extra': 'x' }, annotations: { note: 'n' },
    });
  });

  test('without defaults the template holds what was said and nothing else', () => {
    const scope = chart();
    const workload = new StatefulWorkload(scope, 'db', { replicas: 3, podDefaults: PodDefaults.none(), selector: { app: 'db' } });
    workload.addContainer({ image: 'example/db:1' });
    expect(set(scope).spec.template).toEqual({ metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'main', image: 'example/db:1' }] } });
  });

  test('a cluster without the pod-index label gets no ordinal variable', () => {
    const { chart: scope } = db({ kubernetesVersion: '1.27' });
    expect(pod(scope).containers[0].env.map((e: any) => e.name)).toEqual(['POD_NAME']);
  });
});
