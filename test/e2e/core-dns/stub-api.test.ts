import { createInterface } from 'readline';
import { Readable } from 'stream';
import { StubApi } from '../../../e2e/core-dns/stub-api';

const SLICES = '/apis/discovery.k8s.io/v1/endpointslices';
let api: StubApi;
beforeEach(async () => { api = await StubApi.start(); });
afterEach(() => api.stop());

const get = async (path: string) => (await fetch(api.url + path)).json() as any;
const hosts = ({ endpoints }: any): string[] => endpoints.map(({ hostname }: any) => hostname);

test('there is one headless Service, and nothing of other kinds', async () => {
  expect(await get('/api/v1/services')).toMatchObject({ kind: 'ServiceList', apiVersion: 'v1', items: [{ metadata: { name: 'db', namespace: 'prod' }, spec: { clusterIP: 'None' } }] });
  expect(await get('/api/v1/pods')).toMatchObject({ kind: 'PodList', items: [] });
});

test('fails what it does not serve with 404', async () => expect((await fetch(`${api.url}/apis/apps/v1/statefulsets`)).status).toBe(404));

test('its pods are those that were published last', async () => {
  api.publish(['pod-0']);
  api.publish(['pod-1']);
  const { items: [slice] } = await get(SLICES);
  expect(hosts(slice).filter((name) => name.startsWith('pod'))).toEqual(['pod-1']);
  expect(hosts(slice)).toContain(api.marker(0));
});

test('a watch that lists first gives what is there, a bookmark, and then every change', async () => {
  const answer = await fetch(`${api.url}${SLICES}?watch=true&sendInitialEvents=true`);
  const lines = createInterface({ input: Readable.fromWeb(answer.body as any) })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value);
  expect((await next()).type).toBe('ADDED');
  expect(await next()).toMatchObject({ type: 'BOOKMARK', object: { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } } });
  api.publish(['pod-0']);
  const { type, object } = await next();
  expect([type, hosts(object)[0]]).toEqual(['MODIFIED', 'pod-0']);
});
