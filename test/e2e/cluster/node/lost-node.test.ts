import { familyOf, LostNode } from '../../../../e2e/cluster/node/lost-node';

test('to a node belong the processes with its mounts, and all that descend from them, whatever mounts those have', () => {
  const all = [
    // A container's process may stand before its parent: numbers are given again.
    { pid: 3, parent: 31, mounts: 'container' },
    { pid: 10, parent: 1, mounts: 'node' },
    { pid: 20, parent: 1, mounts: 'other node' },
    { pid: 21, parent: 20, mounts: 'container of the other' },
    { pid: 30, parent: 1, mounts: 'node' },
    { pid: 31, parent: 30, mounts: 'container' },
  ];
  expect(familyOf('node', all).sort((one, other) => one - other)).toEqual([3, 10, 30, 31]);
});

test('nobody belongs to mounts that no process has', () => {
  expect(familyOf('node', [{ pid: 10, parent: 1, mounts: 'other' }])).toEqual([]);
});

test('fails for a node that is not on this machine', () => {
  expect(() => new LostNode('/nowhere/node-1')).toThrow('/nowhere/node-1/cni/10-pods.conflist');
});
