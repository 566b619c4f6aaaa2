import { ordinals, partitionOffset } from '../../src/identity/ordinals';

test('ordinals ascend from the start', () => expect(ordinals(5, 3)).toEqual([5, 6, 7]));
test('no pods, no ordinals, whatever the number', () => expect([ordinals(0, 0), ordinals(0, -2), ordinals(0, NaN)]).toEqual([[], [], []]));
test('a partition counts from the start, not from zero', () => expect([partitionOffset(6, 5), partitionOffset(2, 0)]).toEqual([1, 2]));
