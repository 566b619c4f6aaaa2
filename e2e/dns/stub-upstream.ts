import { createSocket, Socket } from 'dgram';
import { AUTHORITATIVE_ANSWER, decode, encode, Packet } from 'dns-packet';
import { freePort } from '../process/ports';

const TTL = 60;
const NXDOMAIN = 3;
const ZONE = 'example';

/** The world outside of the cluster: it knows every name but those that begin with `missing`, and counts who asks. */
export class StubUpstream {
  /**
   * @param host an address of this machine
   * @param fixed a port of it; any that is free where it is left out
   */
  public static async start(host = '127.0.0.1', fixed?: number): Promise<StubUpstream> {
    const port = fixed ?? await freePort();
    const socket = createSocket('udp4');
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.bind(port, host, resolve);
    });
    return new StubUpstream(socket, `${host}:${port}`);
  }

  private readonly counts = new Map<string, number>();

  private constructor(private readonly socket: Socket, public readonly address: string) {
    socket.on('message', (packet, client) => socket.send(this.answer(packet), client.port, client.address));
  }

  /** How often this name has been asked for. */
  public queries(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  public stop(): void {
    this.socket.close();
  }

  private answer(packet: Buffer): Buffer {
    const { id, questions = [] } = decode(packet);
    const [{ name, type }] = questions;
    this.counts.set(name.toLowerCase(), this.queries(name.toLowerCase()) + 1);
    const known = type === 'A' && name.endsWith(`.${ZONE}`) && !name.startsWith('missing');
    const found: Packet = { answers: [{ type: 'A', name, ttl: TTL, data: '198.18.254.1' }] };
    const missing: Packet = { authorities: [{ type: 'SOA', name: ZONE, ttl: TTL, data: { mname: `ns.${ZONE}`, rname: `root.${ZONE}`, minimum: TTL } }] };
    return encode({ type: 'response', id, flags: AUTHORITATIVE_ANSWER | (known ? 0 : NXDOMAIN), questions, ...(known ? found : missing) });
  }
}
