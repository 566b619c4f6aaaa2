import { afterChange, findings, parse } from './harness';
import { unknownField } from '../../src/rules/unknown-field';

test('a sound set has known fields alone', () => {
  expect(afterChange(unknownField, () => undefined)).toEqual([]);
  expect(afterChange(unknownField, () => undefined, 36)).toEqual([]);
});

test('fails a misspelt field, and says which one may be meant', () => {
  const [finding, ...others] = afterChange(unknownField, ({ set }) => { set.spec.volumeClaimTemplate = []; });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', path: 'spec.volumeClaimTemplate', acknowledgeable: true });
  expect(finding.message).toBe('volumeClaimTemplate is no field of spec: the API server drops it and warns; kubectl and server-side apply are refused the StatefulSet');
  expect(finding.fix).toBe('did you mean volumeClaimTemplates? Otherwise take it out');
});

test('fails a field in the wrong place, and says where it belongs', () => {
  expect(afterChange(unknownField, ({ container }) => { container.nodeSelector = { disk: 'ssd' }; })).toMatchObject([{
    path: 'spec.template.spec.containers[0].nodeSelector', fix: 'did you mean spec.template.spec.nodeSelector? Otherwise take it out',
  }]);
  expect(afterChange(unknownField, ({ service }) => { service.labels = { a: 'b' }; })[0]).toMatchObject({
    message: 'labels is no field of a Service: the API server drops it and warns; kubectl and server-side apply are refused the Service', fix: 'did you mean metadata.labels? Otherwise take it out',
  });
});

test('fails a name that is like no other without a guess', () => {
  expect(afterChange(unknownField, ({ budget }) => { budget.spec.colour = 'red'; })).toMatchObject([{ path: 'spec.colour', fix: 'take it out' }]);
});

test('fails a field that a later version brings, before that version', () => {
  const later = (minor: number) => afterChange(unknownField, ({ service }) => { service.spec.trafficDistribution = 'PreferClose'; }, minor);
  expect(later(28)).toMatchObject([{
    message: 'trafficDistribution arrives with Kubernetes 1.30: in 1.28 the API server drops it and warns; kubectl and server-side apply are refused the Service',
    fix: 'take it out, or target Kubernetes 1.30 or later',
  }]);
  expect(later(30)).toEqual([]);
});

test('fails a field that the version no longer has', () => {
  const claim = parse('{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: a }, spec: { resources: { claims: [] } } }');
  expect(findings(unknownField, claim, 29)).toMatchObject([{ message: expect.stringContaining('claims is gone since Kubernetes 1.29: ') }]);
});

test('is silent where a rule of its own speaks of the field', () => {
  expect(afterChange(unknownField, ({ pod }) => { pod.hostnameOverride = 'db'; })).toEqual([]);
});
