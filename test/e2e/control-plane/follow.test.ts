import { spawn } from 'child_process';
import { createServer, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { join } from 'path';
import { ApiClient } from '../../../e2e/control-plane/api-client';
import { Follow } from '../../../e2e/control-plane/follow';
import { pause, waitFor } from '../../../e2e/process/wait';

const ROOT = join(__dirname, '..', '..', '..');
const open = new Set<ServerResponse>();
let asked = 0;

/** Has one pod, and a watch that tells of nothing more. */
const server = createServer((request, response) => {
  asked++;
  response.setHeader('Content-Type', 'application/json');
  if (request.url!.includes('watch=true')) {
    open.add(response);
    response.flushHeaders();
    return;
  }
  response.end(JSON.stringify({ kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '7' }, items: [{ metadata: { uid: 'u', name: 'member-0' } }] }));
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => { asked = 0; open.clear(); });
afterAll(() => { server.closeAllConnections(); server.close(); });

const client = () => new ApiClient({ server: url, ca: '', token: '' });

test('what is there is told first, and a watch that is cut off is asked for again', async () => {
  const seen: string[] = [];
  const at = client();
  const follow = await Follow.start(at, '/api/v1/pods', ({ metadata }, change) => seen.push(`${change} ${metadata.name}`));
  expect(seen).toEqual(['ADDED member-0']);
  await waitFor('the watch', 5, () => open.size === 1);
  for (const each of open) each.destroy();
  await waitFor('another watch', 5, () => open.size === 2);
  follow.stop();
  at.close();
});

test('nothing is asked any more when the client is closed, though nobody has stopped to follow', async () => {
  const at = client();
  await Follow.start(at, '/api/v1/pods', () => undefined);
  await waitFor('the watch', 5, () => open.size === 1);
  at.close();
  const before = asked;
  await pause(700);
  expect(asked).toBe(before);
  await expect(at.get('/api/v1/pods')).rejects.toThrow('GET /api/v1/pods: this client is closed');
});

test('a scenario that fails while it follows its pods does not keep the process', async () => {
  const source = `
    const { ApiClient } = require('./e2e/control-plane/api-client');
    const { Context } = require('./e2e/scenarios/context');
    const { PodHistory } = require('./e2e/scenarios/pod-history');
    const { runAll } = require('./e2e/scenarios/runner');
    const client = new ApiClient({ server: '${url}', ca: '', token: '' });
    const place = { enter: async (_, __, ___, tell) => new Context('shop', client, undefined, tell), leave: async (context) => context.end() };
    const run = async (context) => { await PodHistory.start(context, 'member'); throw new Error('two pods have one name'); };
    runAll([{ name: 'wrong', law: 'law', run }], place, () => undefined).then(([{ passed }]) => { client.close(); console.log(passed); });`;
  const child = spawn(process.execPath, ['-r', 'ts-node/register/transpile-only', '-e', source], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { said += text; });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const late = setTimeout(() => child.kill('SIGKILL'), 40_000);
  expect({ code: await ended, said }).toEqual({ code: 0, said: 'false\n' });
  clearTimeout(late);
}, 60_000);
