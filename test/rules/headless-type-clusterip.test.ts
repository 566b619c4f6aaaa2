import { afterChange, findings, sound } from './harness';
import { headlessTypeClusterip } from '../../src/rules/headless-type-clusterip';

test('a headless Service of type ClusterIP and a NodePort with a virtual IP pass', () => {
  expect(findings(headlessTypeClusterip, sound().objects)).toEqual([]);
  expect(afterChange(headlessTypeClusterip, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-client', namespace: 'prod' }, spec: { type: 'NodePort', selector: { app: 'web' } } },
  ))).toEqual([]);
});

test.each(['NodePort', 'LoadBalancer'])('fails a headless Service of type %s, which the API server refuses', (type) => {
  const [finding, ...others] = afterChange(headlessTypeClusterip, ({ service }) => { service.spec.type = type; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-type-clusterip', severity: 'error', path: 'spec.type', acknowledgeable: false });
  expect(finding.message).toBe(`type "${type}" with clusterIP "None"; the API server refuses the Service, so the pods run without names`);
  expect(finding.fix).toBe(`set type: ClusterIP here, and expose clients through a second Service of type ${type}`);
});

test('an ExternalName is left to the rule about it', () => {
  expect(afterChange(headlessTypeClusterip, ({ service }) => { service.spec.type = 'ExternalName'; })).toEqual([]);
});
