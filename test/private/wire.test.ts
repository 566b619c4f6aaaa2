import { readFileSync } from 'fs';
import { Chart, Lazy, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { FREE, RENAMED, wire } from '../../src/private/wire';

/** What the functions of cdk8s-plus that are reachable from a pod spec rename, and which maps have free keys. */
function spelling(): { renamed: Record<string, string>; free: string[] } {
  const source = readFileSync(require.resolve('cdk8s-plus-28').replace(/index\.js$/, 'imports/k8s.js'), 'utf8');
  const functions = new Map([...source.matchAll(/function (toJson_\w+)\(obj\) \{([\s\S]*?)\n\}/g)].map((m) => [m[1], m[2]]));
  const seen = new Set<string>();
  const open = ['toJson_PodSpec'];
  const renamed: Record<string, string> = {};
  const free = new Set<string>();
  while (open.length > 0) {
    const name = open.pop()!;
    const body = functions.get(name);
    if (seen.has(name) || body === undefined) continue;
    seen.add(name);
    for (const line of body.split('\n')) {
      const [, field, property] = /'([^']+)': .*?obj\.(\w+)/.exec(line) ?? [];
      if (field && field !== property) renamed[property] = field;
      if (field && line.includes('Object.entries(obj.')) free.add(field);
    }
    open.push(...body.match(/toJson_\w+/g) ?? []);
  }
  expect(seen.size).toBeGreaterThan(90);
  return { renamed, free: [...free].sort() };
}

test('the spelling is that of the installed cdk8s-plus', () => {
  expect({ renamed: RENAMED, free: FREE }).toEqual(spelling());
});

test('a pod with every kind of volume, probe, hook and resource comes out as cdk8s-plus writes it', () => {
  const chart = new Chart(Testing.app(), 'test');
  const secret = kplus.Secret.fromSecretName(chart, 's', 'secret');
  const config = kplus.ConfigMap.fromConfigMapName(chart, 'c', 'config');
  const volumes = [
    kplus.Volume.fromEmptyDir(chart, 'v1', 'scratch', { medium: kplus.EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(5) }),
    kplus.Volume.fromSecret(chart, 'v2', secret, { defaultMode: 256, items: { a: { path: 'b', mode: 1 } } }),
    kplus.Volume.fromConfigMap(chart, 'v3', config, { optional: true }),
    kplus.Volume.fromHostPath(chart, 'v4', 'host', { path: '/x', type: kplus.HostPathVolumeType.DIRECTORY }),
    kplus.Volume.fromAzureDisk(chart, 'v5', 'disk', 'uri', { kind: kplus.AzureDiskPersistentVolumeKind.DEDICATED }),
    kplus.Volume.fromGcePersistentDisk(chart, 'v6', 'pd', { partition: 1 }),
    kplus.Volume.fromAwsElasticBlockStore(chart, 'v7', 'vol-1'),
    kplus.Volume.fromCsi(chart, 'v8', 'driver', { attributes: { hostIp: 'kept', diskUri: 'kept' } }),
    kplus.Volume.fromNfs(chart, 'v9', 'nfs', { server: 's', path: '/p' }),
  ];
  const deployment = new kplus.Deployment(chart, 'd', {
    volumes,
    hostAliases: [{ ip: '198.18.0.1', hostnames: ['a'] }],
    dns: { hostnameAsFQDN: true, nameservers: ['198.18.0.10'], options: [{ name: 'ndots', value: '2' }] },
    dockerRegistryAuth: secret,
    securityContext: { user: 1, sysctls: [{ name: 'a', value: 'b' }] },
  });
  const container = deployment.addContainer({
    image: 'x',
    ports: [{ number: 1, hostPort: 2, hostIp: '127.0.0.1', name: 'p', protocol: kplus.Protocol.UDP }],
    envVariables: { A: kplus.EnvValue.fromSecretValue({ secret, key: 'k' }), B: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_LABEL, { key: 'x' }) },
    envFrom: [kplus.Env.fromConfigMap(config, 'P_')],
    resources: { cpu: { request: kplus.Cpu.millis(5) }, memory: { limit: Size.gibibytes(1) }, ephemeralStorage: { limit: Size.gibibytes(2) } },
    liveness: kplus.Probe.fromHttpGet('/', { port: 1 }),
    readiness: kplus.Probe.fromCommand(['true']),
    startup: kplus.Probe.fromTcpSocket({ port: 1 }),
    lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', '1']), postStart: kplus.Handler.fromHttpGet('/', { port: 1 }) },
    securityContext: { capabilities: { add: [kplus.Capability.CHOWN] }, seccompProfile: { type: kplus.SeccompProfileType.LOCALHOST, localhostProfile: 'x' } },
  });
  container.env.addVariable('C', kplus.EnvValue.fromResource(kplus.ResourceFieldPaths.CPU_LIMIT, { divisor: '1' }));
  deployment.scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.in('a', ['b'])), { weight: 3 });
  deployment.scheduling.spread({ topology: kplus.Topology.ZONE });
  deployment.scheduling.tolerate(kplus.Node.tainted(kplus.NodeTaintQuery.any()));
  const spec = deployment._toPodSpec();
  const undefinedFree = (value: any) => JSON.parse(JSON.stringify(value));
  expect(undefinedFree(wire(spec))).toEqual(undefinedFree(kplus.k8s.toJson_PodSpec(spec)));
  expect(wire(spec).volumes.find((v: any) => v.csi).csi.volumeAttributes).toEqual({ hostIp: 'kept', diskUri: 'kept' });
});

test('tokens stay for the resolution to come', () => {
  const token = Lazy.any({ produce: () => 'late' });
  expect(wire({ env: [{ name: 'A', value: token }] }).env[0].value).toBe(token);
});
