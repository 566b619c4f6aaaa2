import { CoreDns } from '../e2e/core-dns/core-dns';
import { freePort } from '../e2e/process/ports';
import { Run } from '../e2e/process/run';

/** The version that the pages of rules are about. */
const VERSION = '1.15.0';

/** A text at a port of its own, where the text says 53. */
export function atPort(text: string, port: number): string {
  return text.replace(/:53\b/g, `:${port}`);
}

/** Texts that need not be Corefiles, as CoreDNS can start with them on this machine: a port of their own, an API server, an upstream that nobody asks. */
function placed(files: Readonly<Record<string, string>>, port: number, endpoint: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, atPort(text, port)
    .replace(/forward \. \/etc\/resolv\.conf/g, 'forward . 127.0.0.1:1')
    // On the line that is there: CoreDNS names lines in what it says.
    .replace(/^(\s*kubernetes [^\n{]*\{)(?=\r?$)/gm, `$1 endpoint ${endpoint}`)]));
}

/** Starts CoreDNS with files that may be wrong, line by line as they are. Zones without a port are at the same one as those at 53. */
export async function startPlaced(run: Run, files: Readonly<Record<string, string>>, endpoint: string): Promise<CoreDns> {
  const port = await freePort();
  return CoreDns.start(run, CoreDns.folder(run, VERSION), { version: VERSION, files: placed(files, port, endpoint), port });
}
