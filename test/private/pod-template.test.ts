import { PodInput, podSpec } from '../../src/private/pod-template';

/** A pod with one container as cdk8s-plus renders it: with much that nobody said. */
function input(change: Partial<PodInput> = {}): PodInput {
  const container = { name: 'main', image: 'x', imagePullPolicy: 'Always', startupProbe: { tcpSocket: { port: 80 } }, securityContext: { readOnlyRootFilesystem: true } };
  return {
    json: {
      containers: [container],
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      hostNetwork: false,
      setHostnameAsFQDN: false,
      automountServiceAccountToken: false,
      shareProcessNamespace: false,
      terminationGracePeriodSeconds: 30,
    },
    props: {},
    recommended: false,
    identityEnv: false,
    minor: 28,
    claims: new Set(),
    volumeNames: [],
    containers: [{ json: container, declared: { props: { image: 'x' } }, extras: {}, devices: [] }],
    initContainers: [],
    topologySpreadConstraints: [],
    fields: {},
    ...change,
  };
}

/** As it is written: without what has no value. */
const written = (change: Partial<PodInput> = {}) => JSON.parse(JSON.stringify(podSpec(input(change))));

test('nothing is written that nobody said', () => {
  expect(written()).toEqual({ containers: [{ name: 'main', image: 'x' }] });
});

test('what was said is written, also where the API server would assume it', () => {
  expect(written({ props: { hostNetwork: false, automountServiceAccountToken: false, shareProcessNamespace: false } as any })).toMatchObject({
    hostNetwork: false, automountServiceAccountToken: false, shareProcessNamespace: false,
  });
});

test('a container that was attached as an object keeps what cdk8s-plus gave it', () => {
  const base = input();
  expect(written({ containers: [{ ...base.containers[0], declared: undefined }] }).containers[0]).toMatchObject({ imagePullPolicy: 'Always', securityContext: { readOnlyRootFilesystem: true } });
});

test('identity comes first in the environment, is not written twice, and the ordinal only where the label is', () => {
  const env = (declared: any[], minor = 28) => {
    const base = input();
    const json = { ...base.containers[0].json, env: declared };
    const [container] = written({ identityEnv: true, minor, containers: [{ ...base.containers[0], json }] }).containers;
    return container.env.map((e: any) => [e.name, e.value ?? e.valueFrom.fieldRef.fieldPath]);
  };
  expect(env([{ name: 'A', value: '$(POD_NAME)' }])).toEqual([
    ['POD_NAME', 'metadata.name'], ['POD_ORDINAL', "metadata.labels['apps.kubernetes.io/pod-index']"], ['A', '$(POD_NAME)'],
  ]);
  expect(env([{ name: 'A', value: '1' }, { name: 'POD_NAME', value: 'mine' }], 27)).toEqual([['POD_NAME', 'mine'], ['A', '1']]);
});

test('volumes keep the order of their declaration, and claims leave none', () => {
  const volumes = [{ name: 'brought' }, { name: 'data' }, { name: 'second' }, { name: 'first' }];
  const base = input();
  expect(written({ json: { ...base.json, volumes }, claims: new Set(['data']), volumeNames: ['first', 'second'] }).volumes.map((v: any) => v.name)).toEqual(['first', 'second', 'brought']);
  expect(written({ json: { ...base.json, volumes: [{ name: 'data' }] }, claims: new Set(['data']) }).volumes).toBeUndefined();
});

test('a list of namespaces is not widened to all by an empty selector beside it', () => {
  const term = (namespaces: string[]) => ({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ namespaces, namespaceSelector: {}, topologyKey: 'x' }] } });
  const of = (namespaces: string[]) => {
    const { affinity } = written({ json: { ...input().json, affinity: term(namespaces) } });
    return affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0];
  };
  expect(of(['prod'])).toEqual({ namespaces: ['prod'], topologyKey: 'x' });
  expect(of([])).toEqual({ namespaces: [], namespaceSelector: {}, topologyKey: 'x' });
});

test('a privileged container gets no default that contradicts it, and an added capability does not take back the drop', () => {
  const secured = (securityContext: any, json: any) => {
    const base = input();
    return written({
      recommended: true, containers: [{ ...base.containers[0], json: { ...base.containers[0].json, securityContext: json }, declared: { props: { image: 'x', securityContext } } }],
    }).containers[0].securityContext;
  };
  expect(secured({ privileged: true }, { privileged: true })).toEqual({ privileged: true });
  expect(secured({ capabilities: { add: ['NET_ADMIN'] } }, { capabilities: { add: ['NET_ADMIN'] } }))
    .toEqual({ allowPrivilegeEscalation: false, capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] } });
});

test('memory stands in the largest unit that needs no fraction', () => {
  const base = input();
  const json = { ...base.containers[0].json, resources: { limits: { memory: '2048Mi', cpu: '1' }, requests: { memory: '100Mi' } } };
  expect(written({ containers: [{ ...base.containers[0], json }] }).containers[0].resources).toEqual({ limits: { memory: '2Gi', cpu: '1' }, requests: { memory: '100Mi' } });
});

test('probes and hooks name a port by its name where that was asked for', () => {
  const base = input();
  const json = {
    ...base.containers[0].json,
    ports: [{ name: 'http', containerPort: 80 }],
    readinessProbe: { httpGet: { port: 80 } },
    livenessProbe: { tcpSocket: { port: 81 } },
    lifecycle: { preStop: { httpGet: { port: 80 } } },
  };
  expect(written({ containers: [{ ...base.containers[0], json, extras: { probePortNames: true } }] }).containers[0]).toMatchObject({
    readinessProbe: { httpGet: { port: 'http' } }, livenessProbe: { tcpSocket: { port: 81 } }, lifecycle: { preStop: { httpGet: { port: 'http' } } },
  });
});

test('fields that cdk8s-plus lacks stand as they are written', () => {
  expect(written({
    supplementalGroups: [5],
    enableServiceLinks: true,
    topologySpreadConstraints: [{ maxSkew: 1 }],
    fields: { priorityClassName: 'high' },
    containers: [{ ...input().containers[0], extras: { terminationMessagePolicy: 'FallbackToLogsOnError' }, devices: [{ name: 'raw', devicePath: '/dev/xvda' }] }],
  })).toMatchObject({
    enableServiceLinks: true,
    priorityClassName: 'high',
    securityContext: { supplementalGroups: [5] },
    topologySpreadConstraints: [{ maxSkew: 1 }],
    containers: [{ terminationMessagePolicy: 'FallbackToLogsOnError', volumeDevices: [{ name: 'raw', devicePath: '/dev/xvda' }] }],
  });
});
