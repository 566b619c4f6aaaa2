import { spawn } from 'child_process';
import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { keep } from './children';
import { within } from './limit';
import { CoreDnsVersion } from '../e2e/build/programs';

/** What CoreDNS makes of a Corefile. */
export interface Outcome {
  readonly started: boolean;
  /** The zones it serves, with their ports, sorted. */
  readonly served: readonly string[];
  /** Why it does not start. */
  readonly refusal: string;
  /** All that it said. */
  readonly output: string;
}

export interface Launch {
  readonly version: CoreDnsVersion;
  readonly binary: string;
  /** The files of its working directory by name, `Corefile` among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** The port of the zones that name none. */
  readonly port: number;
}

const START_LIMIT = 60_000;
/** What is said before and beside the zones and the reason. */
const REMARK = /^(?:maxprocs: |\[|Warning: |[IWE]\d{4} )/;

function lines(text: string): string[] {
  return text.split('\n').filter((line) => !REMARK.test(line));
}

function run(folder: string, { version, binary, env, port }: Launch): Promise<Outcome> {
  const child = keep(spawn(binary, ['-conf', 'Corefile', '-dns.port', `${port}`], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  const banner = `\nCoreDNS-${version}\n`;
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      // The banner comes when every server listens and every plugin has started.
      if (`\n${stdout}`.includes(banner)) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr += text);
    child.on('error', reject);
    child.on('close', () => {
      const [before, after] = `\n${stdout}`.split(banner);
      const said = { output: stdout + stderr, served: lines(before).filter((line) => line !== '').sort() };
      resolve(after === undefined ? { ...said, started: false, refusal: lines(stderr).join('\n').trimEnd() } : { ...said, started: true, refusal: '' });
    });
  });
  return within(START_LIMIT, `CoreDNS ${version} to print its banner or to end`, ended).finally(() => child.kill('SIGKILL'));
}

/** Starts CoreDNS in a folder, and ends it as soon as its verdict is known. */
export function startCoreDns(folder: string, launch: Launch): Promise<Outcome> {
  for (const [name, text] of Object.entries(launch.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return run(folder, launch);
}
