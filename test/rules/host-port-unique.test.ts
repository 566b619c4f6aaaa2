import { SoundSet, afterChange, findings, sound } from './harness';
import { hostPortUnique } from '../../src/rules/host-port-unique';

const POD = 'spec.template.spec';
const two = (one: any[], other: any[], hostNetwork = false) => ({ pod, container }: SoundSet) => {
  container.ports = one;
  pod.containers.push({ name: 'exporter', ports: other });
  pod.hostNetwork = hostNetwork;
};

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(hostPortUnique, sound().objects, minor))).toEqual([]);
});

test('fails a hostPort that is asked for twice, in one container and in two', () => {
  expect(afterChange(hostPortUnique, two([{ containerPort: 80, hostPort: 80 }], [{ containerPort: 81, hostPort: 80, protocol: 'TCP' }])))
    .toMatchObject([{ path: `${POD}.containers[1].ports[0].hostPort`, acknowledgeable: true }]);
  expect(afterChange(hostPortUnique, two([{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }], []), 34))
    .toMatchObject([{ path: `${POD}.containers[0].ports[1].hostPort`, acknowledgeable: false }]);
});

test('another protocol and another address make another port', () => {
  expect(afterChange(hostPortUnique, two([{ containerPort: 80, hostPort: 80 }], [{ containerPort: 80, hostPort: 80, protocol: 'UDP' }, { containerPort: 80, hostPort: 80, hostIP: '127.0.0.1' }]))).toEqual([]);
});

test('fails ports of two containers on the host network, which only pods are refused for', () => {
  expect(afterChange(hostPortUnique, two([{ containerPort: 80 }], [{ containerPort: 80 }], true), 36))
    .toMatchObject([{ path: `${POD}.containers[1].ports[0].containerPort`, acknowledgeable: true }]);
  expect(afterChange(hostPortUnique, two([{ containerPort: 80 }], [{ containerPort: 80 }]))).toEqual([]);
});

test('init containers are counted one by one', () => {
  const init = (ports: any[]) => afterChange(hostPortUnique, ({ pod, container }) => {
    container.ports = [{ containerPort: 80, hostPort: 80 }];
    pod.initContainers = [{ name: 'i', ports }, { name: 's', restartPolicy: 'Always', ports: [{ containerPort: 80, hostPort: 80 }] }];
  });
  expect(init([{ containerPort: 80, hostPort: 80 }])).toEqual([]);
  expect(init([{ containerPort: 80, hostPort: 81 }, { containerPort: 81, hostPort: 81 }])).toMatchObject([{ path: `${POD}.initContainers[0].ports[1].hostPort` }]);
});
