import { viewAfter } from './reasons';
import { containerHolders, forbidden, given, grown, holders, ofWindows, ownUsers } from '../../../src/rules/pod-security/check';

const policy = (version: number) => ({ level: 'restricted', version, server: 36 }) as const;

test('the pod comes before its containers, and a context that is missing is empty', () => {
  const view = viewAfter(({ pod, container }) => {
    delete container.securityContext;
    pod.initContainers = [{ name: 'i', securityContext: 'x' }];
  });
  expect(holders(view).map(({ who, path }) => [who, path.slice(3).join('.')])).toEqual([
    ['pod', 'securityContext'], ['container "web"', 'containers.0.securityContext'], ['container "i"', 'initContainers.0.securityContext'],
  ]);
  expect(containerHolders(view).map(({ context }) => context)).toEqual([{}, {}]);
});

test('null is as good as nothing, and nothing else is', () => {
  expect([undefined, null, false, 0, '', {}].map(given)).toEqual([false, false, true, true, true, true]);
});

test('a forbidden value is named with its holder and its path; a value that is missing is not asked about', () => {
  const among = ['a', 'b', 'c'].map((who, i) => ({ who, context: { x: [0, 1, null][i] }, path: [who] }));
  const zero = (value: unknown) => value === 0 || value === null;
  expect(forbidden(among, 'x', zero)).toEqual([{ path: ['a', 'x'], text: 'a: 0' }]);
  expect(forbidden(among, 'x', zero, false)).toEqual([{ path: ['a', 'x'], text: 'a' }]);
});

test('a list has what was added up to its version', () => {
  expect([0, 26, 27, 36].map((version) => grown(version, [0, 'a', 'b'], [27, 'c']).join(''))).toEqual(['ab', 'ab', 'abc', 'abc']);
});

test('users of its own count from 1.35 on, Windows from 1.25 on and only where the pod itself says so', () => {
  const view = viewAfter(({ pod }) => { Object.assign(pod, { hostUsers: false, os: { name: 'windows' } }); });
  expect([34, 35].map((version) => ownUsers(view, policy(version)))).toEqual([false, true]);
  expect([24, 25].map((version) => ofWindows(view, policy(version)))).toEqual([false, true]);
  expect(ofWindows(viewAfter(({ pod }) => { pod.nodeSelector = { 'kubernetes.io/os': 'windows' }; }), policy(36))).toBe(false);
  expect(ownUsers(viewAfter(({ pod }) => { pod.hostUsers = true; }), policy(36))).toBe(false);
});
