import { Command } from 'commander';
import { ClusterState } from '../../../e2e/cluster/cluster-state';
import { kubernetesOption, versionOf } from '../../../e2e/cluster/cluster-version';

const RUNNING = { version: '1.34', versions: { kubernetes: 'v1.34.12' } } as ClusterState;

function asked(...args: readonly string[]): string | undefined {
  return new Command().exitOverride().configureOutput({ writeErr: () => undefined }).addOption(kubernetesOption()).parse([...args], { from: 'user' }).opts().kubernetes;
}

test('without a word a cluster is the one that runs, and else 1.28', () => {
  expect([versionOf(undefined, RUNNING), versionOf(undefined, undefined)]).toEqual(['1.34', '1.28']);
});

test('a version that is asked for is started, or runs already', () => {
  expect([versionOf('1.34', undefined), versionOf('1.34', RUNNING)]).toEqual(['1.34', '1.34']);
});

test('fails where another version runs than is asked for, and ends nothing', () => {
  expect(() => versionOf('1.28', RUNNING)).toThrow('a cluster of Kubernetes v1.34.12 runs already, and 1.28 is asked for: end it by npm run e2e:down, or leave out --kubernetes');
});

test('fails for a version that has no nodes here, and names those that do', () => {
  expect(asked('--kubernetes', '1.34')).toBe('1.34');
  expect(() => asked('--kubernetes', '1.36')).toThrow('Allowed choices are 1.28, 1.34');
});
