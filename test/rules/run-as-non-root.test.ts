import { afterChange, findings, sound } from './harness';
import { runAsNonRoot } from '../../src/rules/run-as-non-root';

const of = (pod: any, own: any) => afterChange(runAsNonRoot, (s) => {
  s.pod.securityContext = pod;
  s.container.securityContext = own;
}, 36);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(runAsNonRoot, sound().objects, minor))).toEqual([]);
});

test('fails user 0 of the container or of the pod, which no API server refuses', () => {
  expect(of({ runAsNonRoot: true }, { runAsUser: 0 })).toMatchObject([{ path: 'spec.template.spec.containers[0].securityContext.runAsUser', acknowledgeable: true }]);
  expect(of({ runAsUser: 0 }, { runAsNonRoot: true })).toMatchObject([{ path: 'spec.template.spec.securityContext.runAsUser' }]);
});

test('what the container says counts more than what the pod says', () => {
  expect(of({ runAsNonRoot: true, runAsUser: 0 }, { runAsUser: 1 })).toEqual([]);
  expect(of({ runAsNonRoot: true, runAsUser: 0 }, { runAsNonRoot: false })).toEqual([]);
});

test('a user of the image is accepted, and 0 where root is allowed', () => {
  expect([of({ runAsNonRoot: true }, {}), of({}, { runAsUser: 0 }), of(null, 'x')]).toEqual([[], [], []]);
});
