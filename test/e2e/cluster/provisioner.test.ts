import { existsSync, mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Provisioner } from '../../../e2e/cluster/provisioner';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { waitFor } from '../../../e2e/process/wait';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-provisioner-'));
afterAll(() => rmSync(folder, { recursive: true }));

function claim(name: string) {
  return {
    metadata: {
      name,
      namespace: 'shop',
      uid: name,
      resourceVersion: '1',
      annotations: { 'volume.kubernetes.io/storage-provisioner': 'cdk8s-stateful.dev/local', 'volume.kubernetes.io/selected-node': 'node-1' },
    },
    spec: { storageClassName: name, accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '1Gi' } } },
    status: { phase: 'Pending' },
  };
}

/** A server with these claims, whose classes answer as they are told to. */
function server(claims: readonly object[], classOf: (name: string) => Promise<object>, create: (volume: any) => Promise<void>) {
  return {
    get: (path: string) => {
      if (path.startsWith('/apis/storage.k8s.io')) return classOf(path.split('/').pop()!);
      return Promise.resolve({ kind: 'List', apiVersion: 'v1', metadata: {}, items: path.endsWith('claims') ? claims : [] });
    },
    open: () => new Promise(() => undefined),
    create,
  } as any;
}

test('a claim gets its volume though the server has failed at first', async () => {
  let asked = 0;
  const made: string[] = [];
  const classOf = async () => {
    if (++asked < 3) throw new Error('no answer after 30 s');
    return { reclaimPolicy: 'Delete' };
  };
  await Provisioner.start(server([claim('data')], classOf, async ({ metadata }) => { made.push(metadata.name); }), folder);
  await waitFor('the volume', 10, () => made.length > 0);
  expect({ asked, made, folder: existsSync(join(folder, 'node-1', 'volumes', 'pvc-data')) }).toEqual({ asked: 3, made: ['pvc-data'], folder: true });
});

test('a claim does not wait for another one, whose server does not answer', async () => {
  const made: string[] = [];
  const classOf = (name: string) => (name === 'stuck' ? new Promise<object>(() => undefined) : Promise.resolve({ reclaimPolicy: 'Delete' }));
  await Provisioner.start(server([claim('stuck'), claim('free')], classOf, async ({ metadata }) => { made.push(metadata.name); }), folder);
  await waitFor('the volume', 5, () => made.length > 0);
  expect(made).toEqual(['pvc-free']);
});

test('a volume that is there already is not made again', async () => {
  let tries = 0;
  const create = async () => {
    tries++;
    throw new ApiError('POST /api/v1/persistentvolumes', 409, '{}');
  };
  await Provisioner.start(server([claim('twice')], async () => ({ reclaimPolicy: 'Delete' }), create), folder);
  await waitFor('the try', 5, () => tries === 1);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(tries).toBe(1);
});
