import { ChildProcess, spawn } from 'child_process';
import { createSocket } from 'dgram';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

/** A CoreDNS that was started with files of its own. */
export interface CoreDnsProcess {
  /** Why it did not start; undefined while it runs. */
  readonly refusal?: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const LIMIT = 30_000;
/** What is said beside the reason of an end. */
const REMARK = /^(?:maxprocs: |\[)/;

/**
 * Starts CoreDNS and waits until it says that it serves, or ends.
 *
 * @param files its working folder by name, `Corefile` among them
 * @param port the port of zones that name none
 */
export async function startProcess(binary: string, files: Readonly<Record<string, string>>, port: number): Promise<CoreDnsProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'core-dns-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  // An empty environment: no variable of this machine reaches the Corefile.
  const child = spawn(binary, ['-conf', 'Corefile', '-dns.port', `${port}`], { cwd: folder, env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => { child.kill('SIGKILL'); };
  process.on('exit', kill);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async () => {
    kill();
    await ended;
    process.removeListener('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const refusal = await verdict(child);
    // Imported files are named with the folder, which is another one each time.
    return { refusal: refusal?.replaceAll(`${folder}/`, ''), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What CoreDNS says for its end; undefined when its banner comes, after every server listens. */
function verdict(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`CoreDNS neither serves nor ends within ${LIMIT} ms: ${said}`)), LIMIT);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (/^CoreDNS-\d/m.test(said)) end(() => resolve(undefined));
      });
    }
    child.on('error', (error) => end(() => reject(error)));
    child.on('close', () => end(() => resolve(said.split('\n').filter((line) => !REMARK.test(line)).join('\n').trim())));
  });
}

/** A port that nothing has for UDP or TCP. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    const server = createServer();
    const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)));
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const socket = createSocket('udp4');
    const free = await new Promise<boolean>((resolve) => socket.once('error', () => resolve(false)).bind(port, '127.0.0.1', () => resolve(true)));
    socket.close();
    if (free) return port;
  }
}
