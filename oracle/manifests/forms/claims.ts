import { KubernetesObject } from '../../../e2e/control-plane/resource-paths';
import { Bench } from '../bench';
import { Form } from './form';

export const CLAIM_FORMS: readonly Form[] = [
  { pattern: /^claim (\S+) does not exist$/, prove: async (bench, name) => await bench.gone(claim(bench, name)) ? undefined : 'it exists' },
  { pattern: /^claim (\S+) exists$/, prove: async (bench, name) => await bench.gone(claim(bench, name)) ? 'it does not exist' : undefined },
  { pattern: /^a scale to (\d+) deletes claim (\S+)$/, prove: (bench, replicas, name) => deleted(bench, name, () => scale(bench, Number(replicas))) },
  { pattern: /^deleting the set deletes claim (\S+)$/, prove: (bench, name) => deleted(bench, name, () => removeSet(bench)) },
];

function claim(bench: Bench, name: string): KubernetesObject {
  const namespace = bench.one('PersistentVolumeClaim', name)?.metadata.namespace ?? bench.namespace;
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, namespace } };
}

async function deleted(bench: Bench, name: string, act: () => Promise<unknown>): Promise<string | undefined> {
  const object = claim(bench, name);
  if (await bench.gone(object)) return `there is no claim ${name} to be deleted`;
  await act();
  await bench.until(`the claim ${name} to be deleted`, async () => await bench.gone(object) || (await bench.read(object)).metadata.deletionTimestamp !== undefined);
  return undefined;
}

/** The only set of the block. */
export function onlySet(bench: Bench): KubernetesObject {
  const sets = bench.all('StatefulSet');
  if (sets.length !== 1) throw new Error(`the sentence is about the only StatefulSet, and there are ${sets.length}`);
  return sets[0];
}

async function scale(bench: Bench, replicas: number): Promise<unknown> {
  return bench.client.patch(await bench.client.pathOf(onlySet(bench)), { spec: { replicas } });
}

async function removeSet(bench: Bench): Promise<unknown> {
  return bench.client.delete(await bench.client.pathOf(onlySet(bench)), { propagationPolicy: 'Background' });
}
