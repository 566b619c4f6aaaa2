import { afterChange, findings, sound } from './harness';
import { podOsValid } from '../../src/rules/pod-os-valid';

const POD = 'spec.template.spec';
const of = (pod: any, securityContext: any = {}, minor = 36) => afterChange(podOsValid, (s) => {
  Object.assign(s.pod, { securityContext: {} }, pod);
  s.container.securityContext = securityContext;
}, minor);
const paths = (...given: Parameters<typeof of>) => of(...given).map(({ path }) => path);
const WINDOWS = { os: { name: 'windows' } };

test('the sound set is accepted, in every version, and so is it as a pod of linux', () => {
  expect([28, 34, 36].flatMap((minor) => findings(podOsValid, sound().objects, minor))).toEqual([]);
  expect(afterChange(podOsValid, ({ pod }) => { pod.os = { name: 'linux' }; })).toEqual([]);
});

test('fails fields of linux in a pod of windows', () => {
  expect(paths({ ...WINDOWS, hostPID: true, shareProcessNamespace: false, securityContext: { fsGroup: 0 } }, { runAsUser: 1 }))
    .toEqual([`${POD}.hostPID`, `${POD}.shareProcessNamespace`, `${POD}.securityContext.fsGroup`, `${POD}.containers[0].securityContext.runAsUser`]);
  expect(of({ ...WINDOWS, securityContext: { fsGroup: 0 } }, {}, 28)).toMatchObject([{ acknowledgeable: true }]);
  expect(paths({ ...WINDOWS, hostPID: false, securityContext: { sysctls: [], runAsNonRoot: true } }, { runAsNonRoot: true })).toEqual([]);
});

test('the fix names what to take out', () => {
  expect(of({ ...WINDOWS, hostPID: true })).toMatchObject([{ fix: 'remove hostPID, or take os.name out' }]);
});

test('a field that the version drops is accepted', () => {
  expect([paths({ ...WINDOWS, hostUsers: false }, {}, 32), paths({ ...WINDOWS, hostUsers: false }, {}, 33)]).toEqual([[], [`${POD}.hostUsers`]]);
});

test('fails windowsOptions in a pod of linux, and an unknown system', () => {
  expect(paths({ os: { name: 'linux' }, securityContext: { windowsOptions: {} } })).toEqual([`${POD}.securityContext.windowsOptions`]);
  expect(paths({ os: { name: 'plan9' } })).toEqual([`${POD}.os.name`]);
});

test('fails processes of the node off its network, in some containers, and against the pod', () => {
  const options = (hostProcess: boolean) => ({ windowsOptions: { hostProcess } });
  expect(paths({ securityContext: options(true) })).toEqual([`${POD}.hostNetwork`]);
  expect(paths({ securityContext: options(true), hostNetwork: true })).toEqual([]);
  expect(paths({ hostNetwork: true, initContainers: [{ name: 'i' }] }, options(true))).toEqual([`${POD}.securityContext`]);
  expect(paths({ securityContext: options(true), hostNetwork: true }, options(false))).toContain(`${POD}.containers[0].securityContext.windowsOptions.hostProcess`);
});

test.each(['', 'a\\b\\c', 'a\\', '..', 'a/b', 'a:b\\c'])('fails the user %p', (runAsUserName) => {
  expect(paths({}, { windowsOptions: { runAsUserName } })).toEqual([`${POD}.containers[0].securityContext.windowsOptions.runAsUserName`]);
});

test.each(['ContainerUser', 'NT AUTHORITY\\SYSTEM', 'example.org\\db'])('the user %p is accepted', (runAsUserName) => {
  expect(paths({}, { windowsOptions: { runAsUserName } })).toEqual([]);
});
