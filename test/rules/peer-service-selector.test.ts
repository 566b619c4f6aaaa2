import { afterChange, findings, sound } from './harness';
import { peerServiceSelector } from '../../src/rules/peer-service-selector';

const service = (name: string, selector: any, change: (s: any) => void = () => {}) => afterChange(peerServiceSelector, (s) => {
  change(s);
  s.objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'prod' }, spec: { selector } });
});
const of = (pod: string) => ({ 'app': 'web', 'statefulset.kubernetes.io/pod-name': pod });

test('a peer Service that selects the pod of its name passes', () => {
  expect(findings(peerServiceSelector, sound().objects)).toEqual([]);
  expect(service('web-1-peer', of('web-1'))).toEqual([]);
});

test('fails a peer Service that leads to another pod', () => {
  const [finding, ...others] = service('web-1-peer', of('web-2'));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    ruleId: 'peer-service-selector', severity: 'error', path: 'spec.selector["statefulset.kubernetes.io/pod-name"]', kind: 'Service', name: 'web-1-peer', acknowledgeable: true,
  });
  expect(finding.message).toBe('"web-1-peer" is the peer name of web-1, and its selector {"app":"web","statefulset.kubernetes.io/pod-name":"web-2"} does not say so; '
    + 'members that connect to web-1 reach "web-2"');
  expect(finding.fix).toBe('write statefulset.kubernetes.io/pod-name: web-1 in the selector, or give the Service another name');
});

test('fails a peer Service that leads to every pod, to none, or to those of another workload', () => {
  expect(service('web-1-peer', { app: 'web' })).toMatchObject([{ message: expect.stringContaining('reach any pod it selects, or none') }]);
  expect(service('web-1-peer', undefined)).toHaveLength(1);
  expect(service('web-1-peer', { app: 'other' })).toHaveLength(1);
});

test('other names, pods of sets that are not there, and the governing Service of a set of that name are not judged', () => {
  expect(service('web-1', of('web-2'))).toEqual([]);
  expect(service('web-peer', of('web-2'))).toEqual([]);
  expect(service('db-1-peer', of('web-2'))).toEqual([]);
  expect(service('web-1-peer', { app: 'web' }, ({ set }) => { set.spec.serviceName = 'web-1-peer'; })).toEqual([]);
});
