import { SoundSet, afterChange, findings, sound } from './harness';
import { securityContextValid } from '../../src/rules/security-context-valid';

const POD = 'spec.template.spec';
const change = (of: (s: SoundSet) => void, minor = 36) => afterChange(securityContextValid, of, minor);
const own = (securityContext: any, pod: any = {}, minor = 36) => change((s) => {
  s.container.securityContext = securityContext;
  Object.assign(s.pod, pod);
}, minor);

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(securityContextValid, sound().objects, minor))).toEqual([]);
});

test('fails a process that gains no privileges and has all of them', () => {
  expect(own({ allowPrivilegeEscalation: false, privileged: true }, {}, 28)).toMatchObject([{ path: `${POD}.containers[0].securityContext`, acknowledgeable: true }]);
  expect(own({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } })).toMatchObject([{ acknowledgeable: false }]);
  // The server compares with this one word; a runtime takes the other.
  expect(own({ allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } })).toEqual([]);
  expect(own({ privileged: true, capabilities: { add: ['CAP_SYS_ADMIN'] } })).toEqual([]);
});

test('fails processes that are shared with the node and within the pod', () => {
  expect(own({}, { hostPID: true, shareProcessNamespace: true }, 28)).toMatchObject([{ path: `${POD}.shareProcessNamespace` }]);
  expect(own({}, { hostPID: true, shareProcessNamespace: false }, 28)).toEqual([]);
});

test('fails a kernel parameter of a namespace that is the node\'s', () => {
  const sysctl = (name: string) => change(({ pod }) => Object.assign(pod, { hostIPC: true, securityContext: { sysctls: [{ name, value: '1' }] } }), 28);
  expect(sysctl('kernel.shm_rmid_forced')).toMatchObject([{ path: `${POD}.securityContext.sysctls[0].name` }]);
  expect([sysctl('kernel/msgmax'), sysctl('fs.mqueue.msg_max')].flat()).toHaveLength(2);
  expect([sysctl('net.core.somaxconn'), sysctl('kernel.shmother')]).toEqual([[], []]);
});

test('fails namespaces of the node and devices beside users of the pod, where the server knows of these', () => {
  expect(own({}, { hostUsers: false, hostNetwork: true, hostPID: true }).map(({ path }) => path)).toEqual([`${POD}.hostNetwork`, `${POD}.hostPID`]);
  expect(own({}, { hostUsers: false, hostNetwork: true }, 32)).toEqual([]);
  const device = (minor: number) => change(({ pod, container }) => {
    pod.hostUsers = false;
    container.volumeDevices = [{ name: 'data', devicePath: '/dev/a' }];
  }, minor);
  expect([device(36).length, device(35).length]).toEqual([1, 0]);
});

test('fails an unmasked /proc without users of the pod, and another word', () => {
  expect(own({ procMount: 'Unmasked' })).toMatchObject([{ path: `${POD}.containers[0].securityContext.procMount` }]);
  expect(own({ procMount: 'unmasked' })).toMatchObject([{ path: `${POD}.containers[0].securityContext.procMount` }]);
  expect([own({ procMount: 'Unmasked' }, { hostUsers: false }), own({ procMount: 'Default' }), own({ procMount: 'Unmasked' }, {}, 28)]).toEqual([[], [], []]);
});

test('fails an AppArmor profile without its name, and a name that none asks for', () => {
  const profile = (appArmorProfile: any, minor = 36) => own({ appArmorProfile }, {}, minor).map(({ path }) => path.split('.').at(-1));
  expect(profile({ type: 'Localhost' })).toEqual(['localhostProfile']);
  expect(profile({ type: 'Localhost', localhostProfile: ' a' })).toEqual(['localhostProfile']);
  expect(profile({ type: 'RuntimeDefault', localhostProfile: 'a' })).toEqual(['localhostProfile']);
  expect(profile({ type: 'runtime/default' })).toEqual(['type']);
  expect([profile({ type: 'Localhost', localhostProfile: 'a' }), profile({ type: 'Unconfined' }), profile({ type: 'Localhost' }, 29)]).toEqual([[], [], []]);
  expect(change(({ pod }) => { pod.securityContext.appArmorProfile = {}; })).toMatchObject([{ path: `${POD}.securityContext.appArmorProfile.type` }]);
});
