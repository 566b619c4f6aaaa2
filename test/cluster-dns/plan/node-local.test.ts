import { nodeLocalPlan } from '../../../src/cluster-dns/plan/node-local';
import { question } from '../../../src/cluster-dns/question';
import { NODE_LOCAL, situation, text } from '../situations';

const plan = (more: object) => nodeLocalPlan(question(situation('kubeadm', more)));

test('no cache in front, and one that lets go already, need nothing', () => {
  expect(plan({})).toEqual({ refusals: [], reasons: [], costs: [] });
  expect(plan({ nodeLocal: text(NODE_LOCAL.replace('denial 9984 5', 'denial 9984 1')) }).edit).toBeUndefined();
});

test('its reasons and costs are told as its own', () => {
  const { reasons, costs } = plan({ nodeLocal: text(NODE_LOCAL) });
  expect([...reasons, ...costs].filter((line) => !line.startsWith('NodeLocal DNSCache: '))).toEqual([]);
  expect(costs.at(-1)).toBe('NodeLocal DNSCache: where the addon manager reconciles its ConfigMap, it undoes the change');
});

test('kubespray is told to write its ConfigMap anew', () => {
  const kubespray = nodeLocalPlan(question(situation('kubespray', { nodeLocal: text(NODE_LOCAL) })));
  expect(kubespray.costs.at(-1)).toBe('NodeLocal DNSCache: kubespray\'s playbook writes this ConfigMap anew at each run, and so undoes the change: apply it again after each');
});

test('fails with its own place', () => {
  expect(plan({ nodeLocal: text('. {\n cache {$X}\n forward . 1.1.1.1\n}') }).refusals).toMatchObject([{ code: 'environment-variable', where: 'NodeLocal DNSCache, Corefile line 2' }]);
});
