import { afterChange, findings, sound } from './harness';
import { headlessIneffectiveFields } from '../../src/rules/headless-ineffective-fields';

const field = (name: string, value: unknown) => afterChange(headlessIneffectiveFields, ({ service }) => { service.spec[name] = value; });

test('a headless Service without such fields passes, and so do the defaults that the server writes', () => {
  expect(findings(headlessIneffectiveFields, sound().objects)).toEqual([]);
  expect(field('sessionAffinity', 'None')).toEqual([]);
  expect(field('internalTrafficPolicy', 'Cluster')).toEqual([]);
  expect(field('externalIPs', [])).toEqual([]);
});

test.each([['sessionAffinity', 'ClientIP'], ['externalIPs', ['1.2.3.4']], ['loadBalancerIP', '1.2.3.4'], ['internalTrafficPolicy', 'Local'],
  ['trafficDistribution', 'PreferClose']])('fails %s %j with a warning', (name, value) => {
  const [finding, ...others] = field(name, value);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'headless-ineffective-fields', severity: 'warning', path: `spec.${name}`, acknowledgeable: true });
  expect(finding.message).toBe(`${name} ${JSON.stringify(value)} on a headless Service; clients connect to the pods directly, so it does nothing`);
});

test('fails externalTrafficPolicy as an error, because the API server refuses it', () => {
  expect(field('externalTrafficPolicy', 'Local')).toMatchObject([{ severity: 'error', acknowledgeable: false }]);
});

test('from 1.29 on externalTrafficPolicy beside external addresses is a warning: the API server takes it', () => {
  const severities = (minor: number) => afterChange(headlessIneffectiveFields, ({ service }) => {
    Object.assign(service.spec, { externalTrafficPolicy: 'Local', externalIPs: ['198.18.0.1'] });
  }, minor).filter(({ path }) => path === 'spec.externalTrafficPolicy').map(({ severity }) => severity);
  expect([28, 29].map(severities)).toEqual([['error'], ['warning']]);
});

test('a Service for clients can use them all', () => {
  expect(afterChange(headlessIneffectiveFields, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'c', namespace: 'prod' }, spec: { selector: { app: 'web' }, sessionAffinity: 'ClientIP' } },
  ))).toEqual([]);
});
