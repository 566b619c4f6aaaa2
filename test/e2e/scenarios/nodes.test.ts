import { freeNodes } from '../../../e2e/scenarios/nodes';

const READY = { conditions: [{ type: 'Ready', status: 'True' }] };

/** A server that does what a patch says, and whose controller takes the taint of a cordon away. */
function serverOf(nodes: Record<string, any>) {
  const patched: string[] = [];
  const client = {
    get: async (path: string) => (path === '/api/v1/nodes' ? { items: Object.values(nodes) } : nodes[path.split('/').pop()!]),
    patch: async (path: string, { spec }: any) => {
      const name = path.split('/').pop()!;
      patched.push(`${name} ${JSON.stringify(spec)}`);
      nodes[name] = { ...nodes[name], spec: {} };
    },
  };
  return { client: client as any, patched };
}

const node = (name: string, spec: object) => ({ kind: 'Node', metadata: { name }, spec, status: READY });

test('nodes that a killed run has left cordoned or out of service take pods again, and the others are left alone', async () => {
  const { client, patched } = serverOf({
    one: node('one', {}),
    two: node('two', { unschedulable: true, taints: [{ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }] }),
    three: node('three', { taints: [{ key: 'node.kubernetes.io/out-of-service', value: 'nodeshutdown', effect: 'NoExecute' }] }),
  });
  const lines: string[] = [];
  await freeNodes(client, '/cluster', (line) => lines.push(line));
  expect(patched).toEqual(['two {"unschedulable":null}', 'three {"unschedulable":null,"taints":[]}']);
  expect(lines).toEqual(['two', 'three'].map((name) => `${name} is not as it should be, after a run that was killed: it is brought back`));
});
