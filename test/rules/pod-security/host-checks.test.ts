import { changesIn, reasons } from './reasons';
import type { SoundSet } from '../harness';

const volume = (source: object) => ({ pod }: SoundSet) => { pod.volumes = [{ name: 'v', ...source }]; };

test('fails each namespace of the node in both levels and every version', () => {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    const change = ({ pod, container }: SoundSet) => {
      pod[field] = true;
      delete container.ports;
    };
    expect(reasons(change, 'baseline')).toEqual([`host namespaces: ${field}`]);
    expect(reasons(change, 'restricted', 0)).toEqual([`host namespaces: ${field}`]);
  }
});

test('fails hostPath in both levels, and other volumes of old in level restricted alone', () => {
  expect(reasons(volume({ hostPath: { path: '/' } }), 'baseline')).toEqual(['hostPath volumes: volume "v": hostPath']);
  expect(reasons(volume({ hostPath: { path: '/' } }), 'restricted')).toEqual(['restricted volume types: volume "v": hostPath']);
  expect(reasons(volume({ nfs: { server: 'x' } }), 'baseline')).toEqual([]);
  expect(reasons(volume({ nfs: { server: 'x' } }), 'restricted')).toEqual(['restricted volume types: volume "v": nfs']);
});

test('volumes of the pod, volumes without a source and a volume that a claim replaces are accepted', () => {
  for (const source of [{ configMap: {} }, { image: {} }, { ephemeral: {} }, { csi: {} }, {}, { hostPath: null }]) expect(reasons(volume(source), 'restricted')).toEqual([]);
  expect(reasons(volume({ name: 'data', hostPath: { path: '/' } }), 'restricted')).toEqual([]);
});

test('fails a port of the node, also one that the server writes because the pod has the network of the node', () => {
  expect(reasons(({ container }) => { container.ports = [{ containerPort: 80, hostPort: 81 }]; }, 'baseline')).toEqual(['hostPort: container "web": 81']);
  expect(reasons(({ container }) => { container.ports = [{ containerPort: 80, hostPort: 0 }]; }, 'baseline')).toEqual([]);
  expect(reasons(({ pod }) => { pod.hostNetwork = true; }, 'baseline')).toEqual(['host namespaces: hostNetwork', 'hostPort: container "web": 80']);
});

test('fails a process of the node on Windows, of the pod and of a container', () => {
  const windowsOptions = { hostProcess: true };
  expect(reasons(({ pod }) => { pod.securityContext.windowsOptions = windowsOptions; }, 'baseline')).toEqual(['hostProcess: pod']);
  expect(reasons(({ container }) => { container.securityContext.windowsOptions = windowsOptions; }, 'baseline')).toEqual(['hostProcess: container "web"']);
  expect(reasons(({ pod }) => { pod.securityContext.windowsOptions = { hostProcess: false }; }, 'baseline')).toEqual([]);
});

test('fails a probe or a hook that asks another host, from 1.34 on', () => {
  const probe = ({ container }: SoundSet) => { container.livenessProbe = { tcpSocket: { port: 80, host: '192.0.2.1' } }; };
  const hook = ({ container }: SoundSet) => { container.lifecycle = { preStop: { httpGet: { port: 80, host: 'x' } } }; };
  expect(reasons(probe, 'baseline')).toEqual(['probe or lifecycle host: container "web": "192.0.2.1"']);
  expect(reasons(hook, 'restricted')).toEqual(['probe or lifecycle host: container "web": "x"']);
  for (const change of [probe, hook]) expect(changesIn(change, 'baseline')).toEqual([34]);
  expect(reasons(({ container }) => { container.livenessProbe = { httpGet: { port: 80, host: '' } }; }, 'baseline')).toEqual([]);
});
