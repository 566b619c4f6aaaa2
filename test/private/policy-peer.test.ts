import * as kplus from 'cdk8s-plus-28';
import { policyPeer } from '../../src/private/policy-peer';
import { chart } from '../support';

const labels = { app: 'web' };

test('a range of addresses stays one', () => {
  expect(policyPeer(kplus.NetworkPolicyIpBlock.ipv4(chart(), 'b', '198.18.0.0/15'))).toEqual([{ ipBlock: { cidr: '198.18.0.0/15' } }]);
});

test('pods are named by their labels, in the namespace of the policy or in each one that is named', () => {
  const scope = chart();
  const namespaces = kplus.Namespaces.select(scope, 'n', { names: ['a', 'b'] });
  expect(policyPeer(kplus.Pods.select(scope, 'here', { labels }))).toEqual([{ podSelector: { matchLabels: labels } }]);
  expect(policyPeer(kplus.Pods.select(scope, 'there', { labels, namespaces }))).toEqual(['a', 'b'].map((name) => ({
    podSelector: { matchLabels: labels }, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
  })));
});

test('namespaces may be selected by labels', () => {
  const scope = chart();
  const namespaces = kplus.Namespaces.select(scope, 'n', { labels: { team: 'x' } });
  expect(policyPeer(kplus.Pods.select(scope, 'pods', { labels, namespaces }))).toEqual([{ podSelector: { matchLabels: labels }, namespaceSelector: { matchLabels: { team: 'x' } } }]);
});
