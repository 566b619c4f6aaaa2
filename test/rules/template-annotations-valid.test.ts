import { SoundSet, afterChange, findings, sound } from './harness';
import { templateAnnotationsValid } from '../../src/rules/template-annotations-valid';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/web';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const of = (annotations: any, minor = 28, change: (s: SoundSet) => void = () => {}) => afterChange(templateAnnotationsValid, (s) => {
  s.set.spec.template.metadata.annotations = annotations;
  change(s);
}, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(templateAnnotationsValid, sound().objects, minor))).toEqual([]);
});

test('fails an AppArmor profile of a container that is not there, and one that is no profile, in every version', () => {
  expect(of({ 'container.apparmor.security.beta.kubernetes.io/db': 'unconfined' }))
    .toMatchObject([{ path: 'spec.template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/db"]', acknowledgeable: false }]);
  expect(of({ [APP_ARMOR]: 'strict' })).toMatchObject([{ acknowledgeable: false }]);
  expect(['', 'runtime/default', 'unconfined', 'localhost/strict'].flatMap((value) => of({ [APP_ARMOR]: value }))).toEqual([]);
});

test('an init container counts', () => {
  expect(of({ 'container.apparmor.security.beta.kubernetes.io/i': 'unconfined' }, 28, ({ pod }) => { pod.initContainers = [{ name: 'i' }]; })).toEqual([]);
});

test('fails a deletion cost that is no whole number', () => {
  const cost = (value: string) => of({ 'controller.kubernetes.io/pod-deletion-cost': value });
  expect(['high', '1.5', '2147483648', '007'].map((value) => cost(value).length)).toEqual([1, 1, 1, 1]);
  expect(['', '+5', '+0', '00', '-2147483649', '0x1'].map((value) => cost(value).length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(['0', '-5', '100', '-0', '-007', '-2147483648', '2147483647'].flatMap(cost)).toEqual([]);
});

test('fails an annotation that says another profile than the field, and before 1.34 only pods are refused for it', () => {
  expect([33, 34].flatMap((minor) => of({ [SECCOMP]: 'localhost/x' }, minor))).toMatchObject([{ acknowledgeable: true }, { acknowledgeable: false }]);
  expect(of({ [SECCOMP]: 'docker/default' })).toEqual([]);
  expect(of({ [SECCOMP]: 'strict' })).toMatchObject([{ acknowledgeable: false }]);
  const field = ({ container }: SoundSet) => { container.securityContext.appArmorProfile = { type: 'Localhost', localhostProfile: 'a' }; };
  expect([of({ [APP_ARMOR]: 'localhost/b' }, 30, field).length, of({ [APP_ARMOR]: 'localhost/a' }, 30, field).length, of({ [APP_ARMOR]: 'localhost/b' }, 28, field).length]).toEqual([1, 0, 0]);
});

test('fails a seccomp profile that is none, of a container that is not there too, and a file that is not below its folder', () => {
  const ofContainer = 'container.seccomp.security.alpha.kubernetes.io/';
  const refused: Array<[string, string]> = [
    [`${ofContainer}zz`, 'foo'], [`${ofContainer}web`, ''], [`${ofContainer}web`, 'localhost/../x'], [SECCOMP, 'localhost/../x'], [SECCOMP, 'localhost//x'], [SECCOMP, 'localhost/a/../b'],
  ];
  expect(refused.map(([key, value]) => of({ [key]: value }).map(({ acknowledgeable }) => acknowledgeable))).toEqual(refused.map(() => [false]));
  expect([of({ [`${ofContainer}zz`]: 'runtime/default' }), of({ [SECCOMP]: 'localhost/' }, 28, ({ pod }) => { delete pod.securityContext.seccompProfile; })]).toEqual([[], []]);
});

test('fails the mark of a mirror pod without a node', () => {
  expect(of({ 'kubernetes.io/config.mirror': 'x' })).toMatchObject([{ acknowledgeable: false }]);
  expect(of({ 'kubernetes.io/config.mirror': 'x' }, 28, ({ pod }) => { pod.nodeName = 'n'; })).toEqual([]);
});

test.each([
  ['x', 1], ['{}', 1], ['[{"operator":"x","key":"a"}]', 1], ['[{"key":"a b"}]', 1], ['[5]', 1], ['', 0], ['[]', 0], ['[{"key":"a","operator":"Exists","effect":"NoSchedule"}]', 0],
])('the tolerations %j of an annotation have %d findings', (value, count) => {
  expect(of({ 'scheduler.alpha.kubernetes.io/tolerations': value })).toHaveLength(count);
});

test('annotations that Kubernetes does not read, and junk, are accepted', () => {
  expect([of({ 'example.org/a': 'b' }), of({ [SECCOMP]: 5 }), of('x')]).toEqual([[], [], []]);
});
