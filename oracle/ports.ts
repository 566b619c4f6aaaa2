import { createSocket } from 'dgram';
import { createServer } from 'net';

/** Below the ports that the kernel gives to clients. */
const FIRST = 20_000;
const COUNT = 10_000;
let next = (process.pid * 97) % COUNT;

function listens(open: (done: () => void) => { once(event: 'error', listener: () => void): unknown; close(done: () => void): unknown }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = open(() => socket.close(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function isFree(port: number): Promise<boolean> {
  const tcp = await listens((done) => createServer().listen(port, done));
  return tcp && listens((done) => createSocket('udp4').bind(port, done));
}

/** A port that is free for TCP and UDP and was not given before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < COUNT; tries++) {
    const port = FIRST + (next++ % COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port from ${FIRST} to ${FIRST + COUNT - 1} is free`);
}
