import { afterChange, findings, sound } from './harness';
import { peerServiceAddress } from '../../src/rules/peer-service-address';

const service = (name: string, spec: any) => afterChange(peerServiceAddress, ({ objects }) => objects.push({
  apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'prod' }, spec: { selector: { 'app': 'web', 'statefulset.kubernetes.io/pod-name': 'web-1' }, ...spec },
}));

test('a peer Service with an address passes, of any type that has one', () => {
  expect(findings(peerServiceAddress, sound().objects)).toEqual([]);
  expect(service('web-1-peer', {})).toEqual([]);
  expect(service('web-1-peer', { clusterIP: '10.0.0.7' })).toEqual([]);
  expect(service('web-1-peer', { type: 'NodePort' })).toEqual([]);
});

test('fails a peer Service without one', () => {
  const [finding, ...others] = service('web-1-peer', { clusterIP: 'None' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'peer-service-address', severity: 'warning', path: 'spec.clusterIP', name: 'web-1-peer', acknowledgeable: true });
  expect(finding.message).toBe('"web-1-peer" is headless, so its name stands for the address of the pod; '
    + 'a replaced member is looked for at its old address as long as any cache remembers it');
  expect(service('web-1-peer', { type: 'ExternalName', externalName: 'x.example.com' })).toMatchObject([{ path: 'spec.type' }]);
});

test('a headless Service of another name is not judged', () => {
  expect(service('web-1', { clusterIP: 'None' })).toEqual([]);
});
