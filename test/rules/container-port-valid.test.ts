import { SoundSet, afterChange, findings, sound } from './harness';
import { containerPortValid } from '../../src/rules/container-port-valid';

const ports = (...given: any[]) => ({ container }: SoundSet) => { container.ports = given; };

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(containerPortValid, sound().objects, minor))).toEqual([]);
});

test.each([[0, true], [65536, true], ['80', false], [8.5, false], [undefined, true]])('fails the number %p', (containerPort, acknowledgeable) => {
  expect(afterChange(containerPortValid, ports({ containerPort }))).toMatchObject([{ path: 'spec.template.spec.containers[0].ports[0].containerPort', acknowledgeable }]);
  expect(afterChange(containerPortValid, ports({ containerPort }), 34)).toMatchObject([{ acknowledgeable: false }]);
});

test.each(['HTTP', 'a'.repeat(16), '8080', 'a--b', '-a', 'a_b', 7])('fails the name %p', (name) => {
  expect(afterChange(containerPortValid, ports({ name, containerPort: 80 }))).toMatchObject([{ path: 'spec.template.spec.containers[0].ports[0].name' }]);
});

test('fails a second port of a name and a protocol in lower case', () => {
  expect(afterChange(containerPortValid, ports({ name: 'a', containerPort: 80 }, { name: 'a', containerPort: 81 }, { containerPort: 82, protocol: 'udp' })).map(({ path }) => path))
    .toEqual(['spec.template.spec.containers[0].ports[1].name', 'spec.template.spec.containers[0].ports[2].protocol']);
});

test('a number with two protocols, given twice, or named alike in two containers is accepted', () => {
  expect(afterChange(containerPortValid, (s) => {
    ports({ name: 'dns', containerPort: 53 }, { name: 'dns-tcp', containerPort: 53, protocol: 'UDP' }, { containerPort: 53 })(s);
    s.pod.initContainers = [{ name: 'i', ports: [{ name: 'dns', containerPort: 53 }] }];
  })).toEqual([]);
});

test('fails a hostPort that is no port, or another one than the container has on the host network', () => {
  const host = (hostPort: unknown, hostNetwork = false) => afterChange(containerPortValid, ({ pod, container }) => {
    pod.hostNetwork = hostNetwork;
    container.ports[0].hostPort = hostPort;
  }).map(({ path }) => path);
  const at = ['spec.template.spec.containers[0].ports[0].hostPort'];
  expect([host(8080), host(80, true), host(0), host(null)]).toEqual([[], [], [], []]);
  expect([host(70000), host('80'), host(8080, true)]).toEqual([at, at, at]);
});

test('a number in quotes is refused by every version, since it cannot be read', () => {
  const port = (containerPort: unknown) => afterChange(containerPortValid, ({ container }) => { container.ports[0].containerPort = containerPort; })
    .map(({ acknowledgeable }) => acknowledgeable);
  expect([port('80'), port(70000)]).toEqual([[false], [true]]);
});

test('a hostPort of an init container may differ on the host network', () => {
  expect(afterChange(containerPortValid, ({ pod }) => {
    pod.hostNetwork = true;
    pod.initContainers = [{ name: 'i', ports: [{ containerPort: 80, hostPort: 81 }] }];
  })).toEqual([]);
});
