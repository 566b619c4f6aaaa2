import { createSocket } from 'dgram';
import { createServer } from 'net';
import { freePort } from '../../../e2e/process/ports';

test('no port is handed out twice, and none is of the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 100 }, freePort));
  expect(new Set(ports).size).toBe(100);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...ports)).toBeLessThan(32_000);
});

describe('a port that is in use', () => {
  /** What a process that has handed out nothing yet gives if it draws these ports. */
  const drawn = (...ports: number[]): Promise<number> => {
    const draws = ports.map((port) => (port - 20_000 + 0.5) / 12_000);
    jest.spyOn(Math, 'random').mockImplementation(() => draws.shift()!);
    let fresh = freePort;
    jest.isolateModules(() => { ({ freePort: fresh } = jest.requireActual('../../../e2e/process/ports')); });
    return fresh();
  };
  afterEach(() => jest.restoreAllMocks());

  test('is not handed out if TCP has it', async () => {
    const [used, free] = [await freePort(), await freePort()];
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(used, '127.0.0.1', resolve));
    expect(await drawn(used, free)).toBe(free);
    server.close();
  });

  test('is not handed out if UDP has it', async () => {
    const [used, free] = [await freePort(), await freePort()];
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(used, '127.0.0.1', resolve));
    expect(await drawn(used, free)).toBe(free);
    socket.close();
  });

  test('is handed out when nobody has it', async () => {
    const [first, second] = [await freePort(), await freePort()];
    expect(await drawn(first, second)).toBe(first);
  });
});
