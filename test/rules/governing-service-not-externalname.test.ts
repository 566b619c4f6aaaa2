import { afterChange, findings, sound } from './harness';
import { governingServiceNotExternalname } from '../../src/rules/governing-service-not-externalname';

test('a ClusterIP Service passes, with its type written or not', () => {
  expect(findings(governingServiceNotExternalname, sound().objects)).toEqual([]);
  expect(afterChange(governingServiceNotExternalname, ({ service }) => { service.spec.type = 'ClusterIP'; })).toEqual([]);
});

test('fails a governing ExternalName, which the API server accepts unless it is headless too', () => {
  const [finding, ...others] = afterChange(governingServiceNotExternalname, ({ service }) => { service.spec = { type: 'ExternalName', externalName: 'x.example' }; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'governing-service-not-externalname', severity: 'error', path: 'spec.type', acknowledgeable: true });
  expect(finding.message).toBe('"web" is of type "ExternalName"; it is an alias without endpoints, so no pod of the set has a name');
  expect(afterChange(governingServiceNotExternalname, ({ service }) => { service.spec.type = 'ExternalName'; })).toMatchObject([{ acknowledgeable: false }]);
});

test('an ExternalName that governs no set passes, whatever selector it carries', () => {
  expect(afterChange(governingServiceNotExternalname, ({ objects }) => objects.push(
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'alias', namespace: 'prod' }, spec: { type: 'ExternalName', externalName: 'x', selector: { app: 'web' } } },
  ))).toEqual([]);
});
