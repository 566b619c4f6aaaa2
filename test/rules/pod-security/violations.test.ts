import { reasons } from './reasons';

test('the sound set passes every check of both levels in every version', () => {
  for (let version = 0; version <= 36; version++) {
    for (const level of ['baseline', 'restricted'] as const) expect(reasons(() => undefined, level, version)).toEqual([]);
  }
});

test('fails each check by itself, and checks of level restricted in that level alone', () => {
  const change = ({ pod, container }: any) => {
    delete pod.securityContext;
    container.securityContext = { privileged: true };
  };
  expect(reasons(change, 'baseline')).toEqual(['privileged: container "web"']);
  expect(reasons(change, 'restricted').map((each) => each.split(':')[0])).toEqual([
    'privileged', 'unrestricted capabilities', 'allowPrivilegeEscalation != false', 'runAsNonRoot != true', 'seccompProfile',
  ]);
});
