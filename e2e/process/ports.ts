import { createSocket } from 'dgram';
import { createServer } from 'net';

/** Below the range from which Linux takes ports of outgoing connections, so that nobody is given one by chance. */
const [FIRST, COUNT] = [20_000, 12_000];

/** So many are remembered: who was given an earlier one has ended. */
const REMEMBERED = COUNT / 2;

const handedOut = new Set<number>();

function remember(port: number): void {
  handedOut.add(port);
  if (handedOut.size > REMEMBERED) handedOut.delete(handedOut.values().next().value!);
}

/** A port that is free for TCP and UDP at every address of this machine, and given to nobody else of this process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (handedOut.has(port)) continue;
    remember(port);
    if (await isFreeForTcp(port) && await isFreeForUdp(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${FIRST + COUNT} was found in 200 tries`);
}

function isFreeForTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function isFreeForUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4').once('error', () => { socket.close(); resolve(false); });
    socket.bind({ port, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}
