import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { ClusterPlace } from '../../../e2e/scenarios/cluster-place';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-stateful-place-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A server that knows namespaces and nothing else, and takes them away at once. */
function server(pods = async (): Promise<object> => ({ items: [] })) {
  const namespaces = new Map<string, any>();
  const client = {
    create: async (object: any) => { namespaces.set(object.metadata.name, object); },
    get: async (path: string) => {
      const [, name, more] = /^\/api\/v1\/namespaces\/([^/]+)(\/.*)?$/.exec(path)!;
      if (!namespaces.has(name)) throw new ApiError(`GET ${path}`, 404, '{}');
      return more === '/pods' ? pods() : namespaces.get(name);
    },
    delete: async (path: string) => { namespaces.delete(path.split('/').pop()!); },
  };
  return { client: client as any, namespaces };
}

const scenario = { name: 'drain', law: 'drain', run: async () => undefined };
const kubectl = { run: async () => 'text' } as any;
const quiet = () => undefined;
const placeOf = (client: any, logs = folder) => new ClusterPlace(client, kubectl, logs, async () => undefined);

test('what was changed is taken back and the namespace removed, though what it held cannot be kept', async () => {
  const { client, namespaces } = server(async () => { throw new Error('the server is going away'); });
  const place = placeOf(client);
  const context = await place.enter(scenario, 1, 0, quiet);
  let back = false;
  context.atEnd(async () => { back = true; });
  await expect(place.leave(context, true)).rejects.toThrow('the server is going away');
  expect({ back, left: [...namespaces.keys()] }).toEqual({ back: true, left: [] });
});

test('the namespace is removed though a step fails, and all that went wrong is told', async () => {
  const { client, namespaces } = server();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const place = placeOf(client, file);
  const context = await place.enter(scenario, 1, 0, quiet);
  context.atEnd(async () => { throw new Error('node-1 cannot be uncordoned'); });
  await expect(place.leave(context, true)).rejects.toThrow(/ENOTDIR[^]*\nnode-1 cannot be uncordoned$/);
  expect([...namespaces.keys()]).toEqual([]);
});

test('what a failed scenario held is kept', async () => {
  const { client } = server();
  const place = placeOf(client);
  await place.leave(await place.enter(scenario, 1, 0, quiet), true);
  expect(existsSync(join(folder, 'drain', 'events.txt'))).toBe(true);
});

test('a run that is asked to end takes everything back at once: what waits gives up, and nothing begins any more', async () => {
  const { client, namespaces } = server();
  const place = placeOf(client);
  const context = await place.enter(scenario, 1, 0, quiet);
  const done: string[] = [];
  context.atEnd(async () => {
    done.push('the Corefile is what it was');
    await context.until('CoreDNS to read it', 200, () => false);
  });
  const wait = context.until('the drain to end', 200, () => false);
  const given = expect(wait).rejects.toThrow('the run has been asked to end');
  await place.abandon();
  await given;
  expect({ done, left: [...namespaces.keys()] }).toEqual({ done: ['the Corefile is what it was'], left: [] });
  expect(() => context.atEnd(async () => undefined)).toThrow('the run has been asked to end');
  await expect(place.enter(scenario, 1, 0, quiet)).rejects.toThrow('the run has been asked to end');
  expect([...namespaces.keys()]).toEqual([]);
  // The runner leaves it too: each step is done once.
  await place.leave(context, true);
  expect(done).toHaveLength(1);
});

test('fails with what cannot be taken back, and removes the namespace all the same', async () => {
  const { client, namespaces } = server();
  const place = placeOf(client);
  const context = await place.enter(scenario, 1, 0, quiet);
  context.atEnd(async () => { throw new Error('node-1 cannot be uncordoned'); });
  await expect(place.abandon()).rejects.toThrow('node-1 cannot be uncordoned');
  expect([...namespaces.keys()]).toEqual([]);
});

test('fails to enter, and leaves no namespace behind, where that cannot be made', async () => {
  const { client, namespaces } = server();
  client.create = async ({ metadata }: any) => {
    namespaces.set(metadata.name, { metadata: { labels: { 'cdk8s-stateful.dev/scenario': 'drain' } } });
    throw new Error('no answer after 30 s');
  };
  await expect(placeOf(client).enter(scenario, 1, 0, quiet)).rejects.toThrow('no answer after 30 s');
  expect([...namespaces.keys()]).toEqual([]);
});
