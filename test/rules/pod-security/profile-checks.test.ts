import { changesIn, reasons } from './reasons';
import type { SoundSet } from '../harness';

const context = (values: object) => ({ container }: SoundSet) => { Object.assign(container.securityContext, values); };
const ofPod = (values: object) => ({ pod }: SoundSet) => { Object.assign(pod.securityContext, values); };
const annotated = (key: string, value: string) => ({ set }: SoundSet) => { set.spec.template.metadata.annotations = { [key]: value }; };
const sysctl = (name: string) => ofPod({ sysctls: [{ name, value: '1' }] });

test('fails an AppArmor profile that is switched off, in a field that servers know from 1.30 on and in an annotation', () => {
  const appArmorProfile = { type: 'Unconfined' };
  for (const change of [ofPod({ appArmorProfile }), context({ appArmorProfile })]) {
    expect(reasons(change, 'baseline', 0, 30)).toHaveLength(1);
    expect(reasons(change, 'baseline', 29, 29)).toEqual([]);
  }
  const key = 'container.apparmor.security.beta.kubernetes.io/web';
  expect(reasons(annotated(key, 'unconfined'), 'baseline', 28, 28)).toEqual([`forbidden AppArmor profile: annotation ${key}: "unconfined"`]);
  for (const value of ['', 'runtime/default', 'localhost/x']) expect(reasons(annotated(key, value), 'restricted')).toEqual([]);
  expect(reasons(context({ appArmorProfile: { type: 'Localhost' } }), 'restricted')).toEqual([]);
});

test('fails a user, a role and most types of SELinux; one more type is allowed from 1.31 on', () => {
  for (const wrong of [{ user: 'x' }, { role: 'x' }, { type: 'spc_t' }]) {
    expect(reasons(ofPod({ seLinuxOptions: wrong }), 'baseline')).toEqual([`seLinuxOptions: pod: ${JSON.stringify(wrong)}`]);
  }
  for (const right of [{}, { level: 's0' }, { type: '' }, { type: 'container_t' }, { user: '' }]) expect(reasons(context({ seLinuxOptions: right }), 'restricted')).toEqual([]);
  expect(reasons(context({ seLinuxOptions: { type: 'container_engine_t' } }), 'baseline', 31)).toEqual([]);
  expect(changesIn(context({ seLinuxOptions: { type: 'container_engine_t' } }), 'baseline')).toEqual([31]);
});

test('fails an unmasked /proc on servers that keep the field, but for pods of level baseline with users of their own from 1.35 on', () => {
  const unmasked = (s: SoundSet) => {
    s.pod.hostUsers = false;
    context({ procMount: 'Unmasked' })(s);
  };
  expect(reasons(unmasked, 'baseline', 34)).toEqual(['procMount: container "web": "Unmasked"']);
  expect(reasons(unmasked, 'baseline', 35)).toEqual([]);
  expect(reasons(unmasked, 'restricted', 35)).toEqual(['procMount: container "web": "Unmasked"']);
  expect(reasons(unmasked, 'restricted', 28, 28)).toEqual([]);
  expect(reasons(context({ procMount: 'Unmasked' }), 'baseline')).toEqual(['procMount: container "web": "Unmasked"']);
  expect(reasons(context({ procMount: 'Default' }), 'restricted')).toEqual([]);
});

test('fails seccomp that is switched off, and in level restricted seccomp that nobody names', () => {
  const seccompProfile = { type: 'Unconfined' };
  for (const level of ['baseline', 'restricted'] as const) expect(reasons(context({ seccompProfile }), level)).toEqual(['seccompProfile: container "web": {"type":"Unconfined"}']);
  expect(reasons(ofPod({ seccompProfile }), 'baseline')).toEqual(['seccompProfile: pod: {"type":"Unconfined"}']);
  expect(reasons(ofPod({ seccompProfile: undefined }), 'restricted')).toEqual(['seccompProfile: container "web"']);
  expect(reasons(ofPod({ seccompProfile: undefined }), 'baseline')).toEqual([]);
});

test('before 1.19 seccomp is read from annotations alone', () => {
  const [pod, web] = ['seccomp.security.alpha.kubernetes.io/pod', 'container.seccomp.security.alpha.kubernetes.io/web'];
  for (const key of [pod, web]) {
    expect(reasons(annotated(key, 'unconfined'), 'restricted', 18)).toEqual([`seccompProfile: annotation ${key}: "unconfined"`]);
    expect(changesIn(annotated(key, 'unconfined'), 'baseline')).toEqual([19]);
    for (const value of ['runtime/default', 'docker/default', 'localhost/x']) expect(reasons(annotated(key, value), 'restricted', 18)).toEqual([]);
  }
  expect(reasons(annotated(`${web}-of-none`, 'unconfined'), 'restricted', 18)).toEqual([]);
  expect(reasons(ofPod({ seccompProfile: undefined }), 'restricted', 18)).toEqual([]);
});

test('fails kernel parameters that are not safe; more are allowed from 1.27, 1.29 and 1.32 on', () => {
  expect(reasons(sysctl('net.core.somaxconn'), 'baseline')).toEqual(['forbidden sysctls: "net.core.somaxconn"']);
  expect(reasons(sysctl('net/ipv4/tcp_syncookies'), 'restricted')).toEqual(['forbidden sysctls: "net/ipv4/tcp_syncookies"']);
  const since = { 'net.ipv4.ip_local_reserved_ports': 27, 'net.ipv4.tcp_fin_timeout': 29, 'net.ipv4.tcp_wmem': 32 };
  for (const [name, version] of Object.entries(since)) {
    expect(changesIn(sysctl(name), 'baseline')).toEqual([version]);
    expect(reasons(sysctl(name), 'restricted', version)).toEqual([]);
  }
  expect(reasons(sysctl('kernel.shm_rmid_forced'), 'baseline', 0)).toEqual([]);
});
