import { createSocket } from 'dgram';
import { createServer } from 'net';
import { freePort } from '../../../e2e/control-plane/ports';

test('no port is handed out twice, and none is of the range of outgoing connections', async () => {
  const ports = await Promise.all(Array.from({ length: 100 }, freePort));
  expect(new Set(ports).size).toBe(100);
  expect(Math.min(...ports)).toBeGreaterThanOrEqual(20_000);
  expect(Math.max(...ports)).toBeLessThan(32_000);
});

describe('a port that is in use', () => {
  /** Makes the next two draws fall on one port and on the one after it. */
  const draw = (port: number) => {
    const draws = [port, port + 1].map((each) => (each - 20_000 + 0.5) / 12_000);
    jest.spyOn(Math, 'random').mockImplementation(() => draws.shift()!);
  };
  afterEach(() => jest.restoreAllMocks());

  test('is not handed out if TCP has it', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port + 2, '127.0.0.1', resolve));
    draw(port + 2);
    expect(await freePort()).toBe(port + 3);
    server.close();
  });

  test('is not handed out if UDP has it', async () => {
    const port = await freePort();
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(port + 2, '127.0.0.1', resolve));
    draw(port + 2);
    expect(await freePort()).toBe(port + 3);
    socket.close();
  });
});
