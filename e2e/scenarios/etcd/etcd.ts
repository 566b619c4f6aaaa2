import { strictEqual } from 'assert';
import { StatefulIdentity } from '../../../src';
import { goBinary } from '../../build/go-binary';
import { ETCD, ETCDCTL } from '../../build/programs';
import { Image } from '../../images/image';
import { busybox } from '../../images/library';
import { startClient } from '../client-pod';
import { Context } from '../context';
import { Prober } from '../prober';
import { Scenario } from '../scenario';

const IMAGE = 'gcr.io/etcd-development/etcd:v3.6.16';

/** The image that the examples name, of the same version, with a shell for the client. */
function etcdImage(): Image {
  const { programs, links } = busybox();
  return { name: IMAGE, programs: { ...programs, '/usr/local/bin/etcd': goBinary(ETCD), '/usr/local/bin/etcdctl': goBinary(ETCDCTL) }, links };
}

/** What every scenario of etcd is: the published image is distroless since 3.5.7 (etcd-io/etcd, pull request 13556). */
export const OF_ETCD: Pick<Scenario, 'system' | 'images' | 'ownImages'> = {
  system: 'etcd',
  images: () => [etcdImage()],
  ownImages: new Map([[IMAGE, 'a shell, in which clients run']]),
};

export interface Member {
  /** Hexadecimal. */
  readonly id: string;
  /** Empty until it has started for the first time. */
  readonly name: string;
  readonly peerUrl: string;
  readonly learner: boolean;
}

/** etcdctl in a pod of its own, which knows the members by their full names. */
export class Etcd {
  public static async start(context: Context, { pods }: StatefulIdentity): Promise<Etcd> {
    const client = await startClient(context, IMAGE, { 'etcd-client': 'true' });
    await whenKnown(context, client, pods.map(({ fqdn }) => fqdn));
    const etcd = new Etcd(context, client, pods.map((pod) => pod.url('http', 2379)).join(','));
    context.runs('etcd', /Version: (\S+)/.exec(await context.exec('etcd-0', ['etcd', '--version']))![1]);
    return etcd;
  }

  private constructor(
    private readonly context: Context,
    /** Name of the client's pod. */
    public readonly client: string,
    private readonly endpoints: string,
  ) {}

  /** What etcdctl prints. */
  public async run(...args: string[]): Promise<string> {
    return (await this.context.exec(this.client, ['etcdctl', `--endpoints=${this.endpoints}`, '--command-timeout=10s', ...args])).trim();
  }

  /** Writes, as soon as a majority takes it and the client finds one of its members: an old address is remembered for half a minute. */
  public async put(value: string): Promise<void> {
    await this.context.until(`the write "${value}" to be acknowledged`, 60, async () => await this.run('put', 'k', value) === 'OK');
  }

  public async members(): Promise<readonly Member[]> {
    return parseMembers(await this.run('member', 'list'));
  }

  public async member(name: string): Promise<Member> {
    const found = (await this.members()).find((each) => each.name === name);
    if (!found) throw new Error(`etcd has no member ${name}`);
    return found;
  }

  /** Announces a member, lets it start, and makes it one that votes when it has caught up. */
  public async join(name: string, peerUrl: string, start: () => Promise<unknown>): Promise<void> {
    // Refused as long as some member has not been connected for five seconds.
    await this.context.until(`etcd to take ${name} as a learner`, 60, async () => {
      const known = (await this.members()).some((member) => member.peerUrl === peerUrl);
      return known || (await this.run('member', 'add', name, '--learner', `--peer-urls=${peerUrl}`)).includes('added');
    });
    await start();
    const { id } = await this.context.until(`${name} to have started`, 120, async () => (await this.members()).find((each) => each.name === name));
    await this.context.until(`${name} to have caught up`, 120, async () => (await this.run('member', 'promote', id)).includes('promoted'));
  }

  public async remove({ id }: Member): Promise<void> {
    await this.context.until(`etcd to give up the member ${id}`, 60, async () => {
      const gone = (await this.members()).every((member) => member.id !== id);
      return gone || (await this.run('member', 'remove', id)).includes('removed');
    });
  }

  /** A client that writes all the time, and remembers what was acknowledged. */
  public async write(prefix: string): Promise<Writer> {
    const put = `etcdctl --endpoints=${this.endpoints} --command-timeout=5s put ${prefix}/$n $n`;
    const script = `n=$(($(cat /tmp/${prefix} 2>/dev/null)+1)); echo $n > /tmp/${prefix}; if ${put} >/dev/null 2>&1; then echo wrote $n; else echo failed $n; fi`;
    return new Writer(this, prefix, await Prober.start(this.context, this.client, script));
  }
}

/** Waits until no DNS server of the cluster denies a member any more: it was asked for before it was there. */
async function whenKnown(context: Context, client: string, names: readonly string[]): Promise<void> {
  // Servers are chosen at random: in twenty questions each of them is asked.
  const ask = 'for name; do for i in $(seq 20); do nslookup -type=a "$name." >/dev/null || exit 1; done; done; echo known';
  await context.until('every member to be known by its name', 60, async () => (await context.exec(client, ['sh', '-c', ask, 'ask', ...names])).includes('known'));
}

export class Writer {
  public constructor(private readonly etcd: Etcd, private readonly prefix: string, private readonly prober: Prober) {}

  /** What was acknowledged so far. */
  public get acknowledged(): readonly string[] {
    return this.prober.attempts.flatMap(({ text }) => /^wrote (\d+)/.exec(text)?.[1] ?? []);
  }

  /** How many writes were not acknowledged: they may have been done all the same. */
  public get failed(): number {
    return this.prober.attempts.filter(({ text }) => text.startsWith('failed')).length;
  }

  /** Seconds between two writes that were acknowledged, at most. */
  public get longestPause(): number {
    const times = this.prober.attempts.filter(({ text }) => text.startsWith('wrote')).map(({ at }) => at);
    return Math.max(0, ...times.slice(1).map((at, index) => at - times[index])) / 1000;
  }

  /** Waits until one more write is acknowledged. */
  public next(what: string, seconds = 30): Promise<unknown> {
    const from = performance.now();
    return this.prober.first(`a write ${what}`, seconds, (text) => text.startsWith('wrote'), from);
  }

  /** Ends it. @throws as `check` does */
  public async verify(): Promise<void> {
    this.prober.stop();
    await this.check();
  }

  /** @throws if a write that was acknowledged by now is not there */
  public async check(): Promise<void> {
    const { acknowledged } = this;
    const keys = new Set((await this.etcd.run('get', '--prefix', '--keys-only', `${this.prefix}/`)).split(/\s+/));
    strictEqual(acknowledged.filter((n) => !keys.has(`${this.prefix}/${n}`)).join(' '), '', 'acknowledged writes that are lost');
    strictEqual(acknowledged.length > 0, true, 'nothing was written');
  }
}

/** Reads `etcdctl member list`: id, status, name, peer URL, client URL, learner. */
export function parseMembers(text: string): Member[] {
  return text.split('\n').map((line) => line.split(', ')).map(([id, , name, peerUrl, , learner]) => ({ id, name, peerUrl, learner: learner === 'true' }));
}
