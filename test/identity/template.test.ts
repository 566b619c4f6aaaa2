import { fill, knownMember, ownByEnv, ownByShell, peerPlaceholder, templateProblems } from '../../src/identity/template';

const names = { set: 'zk', service: 'zk-hs', namespace: 'prod', domain: 'cluster.local' };
const second = knownMember(names, 1);
const env = ownByEnv(names, 'POD_NAME', 'POD_ORDINAL');
const shell = ownByShell(names, 'POD_NAME');

test('a known member fills every placeholder', () => {
  expect(fill('{name} {host} {fqdn} {ordinal} {ordinal+1} {ordinal-1} {service} {serviceFqdn} {namespace}', second))
    .toBe('zk-1 zk-1.zk-hs zk-1.zk-hs.prod.svc.cluster.local 1 2 0 zk-hs zk-hs.prod.svc.cluster.local prod');
  expect(fill('{id}/{uuid}', second)).toMatch(/^[\w-]{22}\/[0-9a-f-]{36}$/);
  expect(templateProblems('{name}{id}', second)).toEqual([]);
});

test('a peer Service is named after the pod, by every kind of target', () => {
  expect(fill('{peer} {peerFqdn}', second)).toBe('zk-1-peer zk-1-peer.prod.svc.cluster.local');
  expect(fill('{peer} {peerFqdn}', env)).toBe('$(POD_NAME)-peer $(POD_NAME)-peer.prod.svc.cluster.local');
  expect(fill('{peer} {peerFqdn}', shell)).toBe('${POD_NAME}-peer ${POD_NAME}-peer.prod.svc.cluster.local');
});

test('a template says whether it needs peer Services', () => {
  expect(['{name}={peerFqdn}', '{peer+1}', '{fqdn}', '{peers}', 'peer'].map(peerPlaceholder)).toEqual(['{peerFqdn}', '{peer+1}', undefined, undefined, undefined]);
});

test('other braces stay, so JSON and shell templates work', () => {
  expect(fill('{"_id":{ordinal},"host":"{fqdn}:27017"} ${X} {1}', second)).toBe('{"_id":1,"host":"zk-1.zk-hs.prod.svc.cluster.local:27017"} ${X} {1}');
  expect(templateProblems('{"_id":{ordinal}}', second)).toEqual([]);
});

test('a pod names itself through a variable that the kubelet expands', () => {
  expect(fill('https://{fqdn}:2380 {name} {ordinal}', env)).toBe('https://$(POD_NAME).zk-hs.prod.svc.cluster.local:2380 $(POD_NAME) $(POD_ORDINAL)');
});

test('a shell can calculate with its ordinal', () => {
  expect(fill('{name} {ordinal} {ordinal+100} {ordinal-1}', shell)).toBe('${POD_NAME} ${POD_NAME##*-} $((${POD_NAME##*-}+100)) $((${POD_NAME##*-}-1))');
});

test('fails an unknown placeholder by name', () => {
  expect(templateProblems('{nmae}', second)).toEqual(['{nmae} is not a placeholder (known: {name}, {fqdn}, {host}, {ordinal}, {service}, {serviceFqdn}, {namespace}, {id}, {uuid}, {peer}, {peerFqdn})']);
});

test('fails an offset on anything but the ordinal', () => {
  expect(templateProblems('{name+1}', second)).toEqual(['{name+1}: only {ordinal} takes an offset']);
});

test('fails what the kubelet cannot calculate, and what an old cluster cannot know', () => {
  expect(templateProblems('{ordinal+1}', env)).toEqual(['{ordinal+1}: the kubelet cannot calculate: use selfShell(), byOrdinal(), or ordinalsStart']);
  expect(templateProblems('{ordinal}', ownByEnv(names, 'POD_NAME', undefined))).toEqual([
    '{ordinal}: this Kubernetes version has no pod-index label, and the kubelet cannot cut the ordinal out of $(POD_NAME): '
    + "start a shell and write selfShell('{ordinal}') in its script (sh -c), or say the commands by byOrdinal()",
  ]);
  expect(templateProblems('{ordinal+1}', ownByEnv(names, 'POD_NAME', undefined))[0]).toContain("write selfShell('{ordinal+1}')");
  expect(templateProblems('{uuid}', env)).toEqual(['{uuid}: it is known at synth time only: use peers() or byOrdinal()']);
  expect(templateProblems('{id}', shell)).toEqual(['{id}: it is known at synth time only: use peers() or byOrdinal()']);
});
