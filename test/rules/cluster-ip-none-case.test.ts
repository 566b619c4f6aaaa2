import { afterChange, findings, sound } from './harness';
import { clusterIpNoneCase } from '../../src/rules/cluster-ip-none-case';

test('None, an address and an omitted clusterIP pass', () => {
  expect(findings(clusterIpNoneCase, sound().objects)).toEqual([]);
  expect(afterChange(clusterIpNoneCase, ({ service }) => { service.spec.clusterIP = '10.0.0.7'; })).toEqual([]);
  expect(afterChange(clusterIpNoneCase, ({ service }) => { delete service.spec.clusterIP; })).toEqual([]);
});

test.each(['none', 'NONE'])('fails clusterIP %s, which the API server refuses', (clusterIP) => {
  const [finding, ...others] = afterChange(clusterIpNoneCase, ({ service }) => { service.spec.clusterIP = clusterIP; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'cluster-ip-none-case', severity: 'error', path: 'spec.clusterIP', acknowledgeable: false });
  expect(finding.message).toContain(`clusterIP holds "${clusterIP}", which is neither "None" nor an IP address`);
  expect(finding.fix).toBe('write clusterIP: None with a capital N');
});

test('a Service of no set is not judged, and null is not none', () => {
  expect(afterChange(clusterIpNoneCase, ({ service, objects }) => {
    service.spec.clusterIP = null;
    objects.push({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'other', namespace: 'prod' }, spec: { clusterIP: 'none', selector: { app: 'other' } } });
  })).toEqual([]);
});
