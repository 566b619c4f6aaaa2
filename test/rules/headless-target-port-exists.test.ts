import { afterChange, findings, sound } from './harness';
import { headlessTargetPortExists } from '../../src/rules/headless-target-port-exists';

const port = (value: any, change: (s: any) => void = () => {}) => afterChange(headlessTargetPortExists, (s) => {
  s.service.spec.ports = [value];
  change(s);
});

test('a number and the name of a declared port pass', () => {
  expect(findings(headlessTargetPortExists, sound().objects)).toEqual([]);
  expect(port({ port: 80, targetPort: 'http' })).toEqual([]);
});

test('fails a name that no container declares', () => {
  const [finding, ...others] = port({ port: 80, targetPort: 'web' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-target-port-exists', severity: 'warning', path: 'spec.ports[0].targetPort', kind: 'Service' });
  expect(finding.message).toBe('targetPort "web" is the name of no TCP port in the containers of StatefulSet "web"; the port gets no SRV record');
});

test('fails a name that only another protocol, or only an init container that ends, declares', () => {
  expect(port({ port: 80, targetPort: 'http', protocol: 'UDP' })).toHaveLength(1);
  expect(port({ port: 81, targetPort: 'metrics' }, ({ pod }) => { pod.initContainers = [{ ports: [{ name: 'metrics', containerPort: 81 }] }]; })).toHaveLength(1);
});

test('the port of a sidecar passes', () => {
  expect(port({ port: 81, targetPort: 'metrics' }, ({ pod }) => {
    pod.initContainers = [{ restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 81 }] }];
  })).toEqual([]);
});

test('a Service for the clients of several sets needs the port in one of them', () => {
  const shared = (name: string) => afterChange(headlessTargetPortExists, ({ set, objects }) => {
    const second = structuredClone(set);
    second.metadata.name = 'second';
    second.spec.serviceName = 'second';
    second.spec.template.spec.containers[0].ports = [{ name: 'query', containerPort: 9000 }];
    objects.push(second, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'c', namespace: 'prod' }, spec: { selector: { app: 'web' }, ports: [{ port: 1, targetPort: name }] } });
  });
  expect(shared('query')).toEqual([]);
  expect(shared('nothing')).toHaveLength(1);
});

test('a text that is no name of a port is left to the rule about names', () => {
  for (const targetPort of ['5432', '', 'UPPER']) expect(afterChange(headlessTargetPortExists, ({ service }) => { service.spec.ports[0].targetPort = targetPort; })).toEqual([]);
});
