import { createSocket } from 'dgram';
import { decode, encode } from 'dns-packet';

export interface Answer {
  readonly rcode: string;
  /** The TTL of the first record of the answer or, without one, of the authority. */
  readonly ttl: number | undefined;
}

const LIMIT = 5_000;
let id = 0;

/** Asks a DNS server on this machine for an address. */
export function ask(port: number, name: string): Promise<Answer> {
  const socket = createSocket('udp4');
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer for ${name} within ${LIMIT} ms`)), LIMIT);
    socket.on('error', reject).on('close', () => clearTimeout(timer)).on('message', (message) => {
      const packet: any = decode(message);
      resolve({ rcode: packet.rcode, ttl: [...packet.answers, ...packet.authorities][0]?.ttl });
    });
    socket.send(encode({ type: 'query', id: id++ % 65_536, flags: 256, questions: [{ type: 'A', name }] }), port, '127.0.0.1');
  }).finally(() => socket.close());
}
