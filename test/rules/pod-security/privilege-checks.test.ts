import { changesIn, reasons } from './reasons';
import type { SoundSet } from '../harness';

const context = (values: object) => ({ container }: SoundSet) => { Object.assign(container.securityContext, values); };
const ofPod = (values: object) => ({ pod }: SoundSet) => { Object.assign(pod.securityContext, values); };

test('fails a privileged container in both levels and every version', () => {
  for (const level of ['baseline', 'restricted'] as const) expect(reasons(context({ privileged: true }), level, 0)).toEqual(['privileged: container "web"']);
});

test('fails a capability that no runtime gives by default; level restricted has a check of its own from 1.22 on', () => {
  const raw = context({ capabilities: { drop: ['ALL'], add: ['NET_RAW', 'CHOWN'] } });
  expect(reasons(raw, 'baseline')).toEqual(['non-default capabilities: container "web" adds "NET_RAW"']);
  expect(reasons(raw, 'restricted', 21)).toEqual(['non-default capabilities: container "web" adds "NET_RAW"']);
  expect(reasons(raw, 'restricted', 22)).toEqual(['unrestricted capabilities: container "web" adds "NET_RAW", "CHOWN"']);
  expect(reasons(context({ capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } }), 'restricted')).toEqual([]);
});

test('fails a container that does not drop ALL from 1.22 on, and lower case drops nothing', () => {
  for (const capabilities of [undefined, { drop: ['all'] }, { drop: ['NET_RAW'] }]) {
    expect(reasons(context({ capabilities }), 'restricted')).toEqual(['unrestricted capabilities: container "web" does not drop ALL']);
    expect(changesIn(context({ capabilities }), 'restricted')).toEqual([22]);
    expect(reasons(context({ capabilities }), 'baseline')).toEqual([]);
  }
});

test('fails what does not forbid more privileges, from 1.8 on', () => {
  for (const allowPrivilegeEscalation of [undefined, true]) {
    expect(reasons(context({ allowPrivilegeEscalation }), 'restricted')).toEqual(['allowPrivilegeEscalation != false: container "web"']);
    expect(changesIn(context({ allowPrivilegeEscalation }), 'restricted')).toEqual([8]);
  }
});

test('pods of Windows need neither, from 1.25 on', () => {
  const change = ({ pod, container }: SoundSet) => {
    pod.os = { name: 'windows' };
    pod.securityContext = { runAsNonRoot: true };
    delete container.securityContext;
  };
  expect(reasons(change, 'restricted', 25)).toEqual([]);
  expect(reasons(change, 'restricted', 24)).toEqual([
    'unrestricted capabilities: container "web" does not drop ALL', 'allowPrivilegeEscalation != false: container "web"', 'seccompProfile: container "web"',
  ]);
});

test('fails where it is said that the user may be root, and where neither pod nor container says otherwise', () => {
  expect(reasons(ofPod({ runAsNonRoot: false }), 'restricted')).toEqual(['runAsNonRoot != true: pod: false, container "web"']);
  expect(reasons(ofPod({ runAsNonRoot: undefined }), 'restricted')).toEqual(['runAsNonRoot != true: container "web"']);
  expect(reasons(context({ runAsNonRoot: false }), 'restricted')).toEqual(['runAsNonRoot != true: container "web": false']);
  expect(reasons(({ pod, container }) => {
    pod.securityContext.runAsNonRoot = undefined;
    container.securityContext.runAsNonRoot = true;
  }, 'restricted')).toEqual([]);
});

test('fails user 0 from 1.23 on', () => {
  expect(reasons(ofPod({ runAsUser: 0 }), 'restricted')).toEqual(['runAsUser=0: pod']);
  expect(reasons(context({ runAsUser: 0 }), 'restricted')).toEqual(['runAsUser=0: container "web"']);
  expect(changesIn(context({ runAsUser: 0 }), 'restricted')).toEqual([23]);
});

test('pods with users of their own may be root, from 1.35 on', () => {
  const change = ({ pod }: SoundSet) => {
    pod.hostUsers = false;
    Object.assign(pod.securityContext, { runAsNonRoot: false, runAsUser: 0 });
  };
  expect(reasons(change, 'restricted', 35)).toEqual([]);
  expect(reasons(change, 'restricted', 34)).toEqual(['runAsNonRoot != true: pod: false, container "web"', 'runAsUser=0: pod']);
});
