import { afterChange, findings, sound } from './harness';
import { templatePodValid } from '../../src/rules/template-pod-valid';

const pod = (fields: any, minor = 28) => afterChange(templatePodValid, (s) => { Object.assign(s.pod, fields); }, minor);

test('the sound set passes, and so do fields with sound values', () => {
  expect(findings(templatePodValid, sound().objects)).toEqual([]);
  expect(pod({
    nodeSelector: { 'example.com/disk': 'ssd', 'empty': '' },
    priorityClassName: 'system-node-critical',
    runtimeClassName: 'kata.v2',
    serviceAccountName: 'web.a',
    schedulerName: 'default-scheduler',
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.10'] },
    ephemeralContainers: [],
    tolerations: [{ operator: 'Exists' }, { key: 'a', value: 'b', effect: 'NoExecute' }],
    securityContext: { fsGroupChangePolicy: 'Always', seccompProfile: { type: 'Localhost', localhostProfile: 'x.json' } },
    initContainers: [{ name: 'i', imagePullPolicy: '', terminationMessagePolicy: 'FallbackToLogsOnError' }],
  })).toEqual([]);
});

test.each([
  [{ nodeSelector: { 'bad key!': 'x' } }, 'nodeSelector["bad key!"]', 'nodeSelector: label key "bad key!" is not a qualified name'],
  [{ nodeSelector: { disk: 'x y' } }, 'nodeSelector.disk', 'nodeSelector: label disk has the value "x y", which is not a label value'],
  [{ priorityClassName: 'Bad Name' }, 'priorityClassName', 'priorityClassName "Bad Name" is no name of such an object'],
  [{ runtimeClassName: 'A_B' }, 'runtimeClassName', 'runtimeClassName "A_B" is no name of such an object'],
  [{ serviceAccount: 'Bad_Name' }, 'serviceAccount', 'serviceAccount "Bad_Name" is no name of such an object'],
  [{ serviceAccountName: 'Bad_Name' }, 'serviceAccountName', 'serviceAccountName "Bad_Name" is no name of such an object'],
  [{ dnsPolicy: 'clusterFirst' }, 'dnsPolicy', 'dnsPolicy is "clusterFirst"'],
  [{ tolerations: [{ key: 'a', operator: 'Is' }] }, 'tolerations[0].operator', 'operator of a toleration is "Is"'],
  [{ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] }, 'tolerations[0].value', 'a toleration with operator Exists has the value "b"'],
  [{ tolerations: [{ key: 'a', effect: 'No' }] }, 'tolerations[0].effect', 'effect of a toleration is "No"'],
  [{ securityContext: { fsGroupChangePolicy: 'x' } }, 'securityContext.fsGroupChangePolicy', 'fsGroupChangePolicy is "x"'],
  [{ securityContext: { seccompProfile: { type: 'x' } } }, 'securityContext.seccompProfile.type', 'type of the seccomp profile is "x"'],
  [{ securityContext: { seccompProfile: { type: 'Localhost' } } }, 'securityContext.seccompProfile.localhostProfile', 'a seccomp profile of type Localhost names no file'],
  [{ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: '../x' } } }, 'securityContext.seccompProfile.localhostProfile', 'localhostProfile is "../x"'],
  [{ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a/../x' } } }, 'securityContext.seccompProfile.localhostProfile', 'localhostProfile is "a/../x"'],
  [{ containers: [{ name: 'c', image: 'x:1', securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: '/x' } } }] },
    'containers[0].securityContext.seccompProfile.localhostProfile', 'localhostProfile is "/x"'],
  [{ securityContext: { seccompProfile: { type: 'RuntimeDefault', localhostProfile: 'x' } } }, 'securityContext.seccompProfile.localhostProfile',
    'localhostProfile stands beside type RuntimeDefault'],
  [{ dnsPolicy: 'None' }, 'dnsConfig.nameservers', 'dnsPolicy is None and dnsConfig lists no nameservers'],
  [{ dnsPolicy: 'None', dnsConfig: { nameservers: [], searches: ['a.b'] } }, 'dnsConfig.nameservers', 'dnsPolicy is None and dnsConfig lists no nameservers'],
  [{ ephemeralContainers: [{ name: 'debug', image: 'x:1' }] }, 'ephemeralContainers', 'ephemeralContainers stand in a pod template'],
])('fails %j', (fields, path, message) => {
  expect(pod(fields)).toMatchObject([{ severity: 'error', path: `spec.template.spec.${path}`, message: `${message}; the pod cannot be created`, acknowledgeable: true }]);
  expect(pod(fields, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails words of a container that it cannot have', () => {
  expect(afterChange(templatePodValid, ({ container }) => {
    Object.assign(container, { imagePullPolicy: 'Always ', terminationMessagePolicy: 'file' });
  }).map(({ path }) => path)).toEqual(['spec.template.spec.containers[0].imagePullPolicy', 'spec.template.spec.containers[0].terminationMessagePolicy']);
});

test('warns of a scheduler that hardly exists, which nothing refuses in any version', () => {
  for (const minor of [28, 36]) {
    expect(pod({ schedulerName: 'Bad Name!' }, minor)).toMatchObject([{ severity: 'warning', path: 'spec.template.spec.schedulerName', acknowledgeable: true }]);
  }
});
