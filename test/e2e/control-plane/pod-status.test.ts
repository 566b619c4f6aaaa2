import { isReady } from '../../../e2e/control-plane/pod-status';

test('a pod or a node is ready when it says so, and not before it says anything', () => {
  const says = (status: string) => ({ status: { conditions: [{ type: 'Initialized', status: 'True' }, { type: 'Ready', status }] } });
  expect([says('True'), says('False'), says('Unknown'), { status: {} }, {}].map(isReady)).toEqual([true, false, false, false, false]);
});
