import { createSocket, Socket } from 'dgram';
import { decode, encode, RECURSION_DESIRED, Answer as Record } from 'dns-packet';

/** What a server says about a name. */
export interface Answer {
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`, … */
  readonly rcode: string;
  /** IPv4 addresses, sorted. */
  readonly addresses: readonly string[];
  /** Seconds for which it may be kept: the smallest TTL of its answers, or of its SOA record where it has none. */
  readonly ttl: number | undefined;
}

/** Asks one DNS server for A records, over UDP. It keeps nothing. */
export class Resolver {
  private readonly socket: Socket = createSocket('udp4');
  private readonly waiting = new Map<number, (packet: Buffer) => void>();
  private id = 0;

  /** @param limit seconds to wait for an answer; five, as in glibc */
  public constructor(private readonly port: number, private readonly limit = 5) {
    this.socket.on('message', (packet) => this.waiting.get(packet.readUInt16BE(0))?.(packet));
    // A port on which nobody listens yet.
    this.socket.on('error', () => undefined);
  }

  /** @throws if there is no answer in time */
  public ask(name: string): Promise<Answer> {
    const id = this.id = (this.id + 1) % 65_536;
    return new Promise<Answer>((resolve, reject) => {
      const late = setTimeout(() => this.waiting.delete(id) && reject(new Error(`no answer for ${name} within ${this.limit} s`)), this.limit * 1000);
      this.waiting.set(id, (packet) => {
        clearTimeout(late);
        this.waiting.delete(id);
        resolve(read(packet));
      });
      this.socket.send(encode({ type: 'query', id, flags: RECURSION_DESIRED, questions: [{ type: 'A', name }] }), this.port, '127.0.0.1');
    });
  }

  public close(): void {
    this.socket.close();
  }
}

function read(packet: Buffer): Answer {
  // The types leave the rcode out, which the decoder gives.
  const { rcode, answers = [], authorities = [] } = decode(packet) as ReturnType<typeof decode> & { rcode: string };
  const ttls = [...answers, ...authorities].map((record) => (record as Record & { ttl?: number }).ttl ?? 0);
  return {
    rcode,
    addresses: answers.flatMap((record) => (record.type === 'A' ? [record.data] : [])).sort(),
    ttl: ttls.length > 0 ? Math.min(...ttls) : undefined,
  };
}
