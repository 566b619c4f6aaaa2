import { atATime } from './at-a-time';
import { startPlaced } from './placed';
import { Part } from './tally';
import { StubApi } from '../e2e/core-dns/stub-api';
import { Run } from '../e2e/process/run';
import { parse } from '../src/corefile/parse';
import { startProblems } from '../src/corefile/start-problem';
import { STARTING, STOPPING, withLine } from '../test/corefile/start-cases';

/** What CoreDNS says where the machine and not the text is at fault: it would agree by chance. */
const OF_THE_MACHINE = /in-cluster|in use|permission|no such host/;

/** What the reader says of a text must be what CoreDNS does with it. */
export async function proveStartProblems(run: Run): Promise<Part> {
  const api = await StubApi.start();
  const all = [...STOPPING, ...STARTING];
  const failures: string[] = [];
  let refused = 0;
  await atATime(all, async (line) => {
    const text = withLine(line);
    const file = parse(text);
    const problems = [...file.errors, ...startProblems(file)].map(({ code }) => code);
    const dns = await startPlaced(run, { Corefile: text }, api.url);
    await dns.stop();
    const { refusal } = dns;
    if (refusal !== undefined) refused++;
    if ((problems.length > 0) === (refusal !== undefined) && !OF_THE_MACHINE.test(refusal ?? '')) return;
    failures.push(`${JSON.stringify(line)}: the reader says ${problems.join(', ') || 'nothing'}, CoreDNS says ${refusal ?? 'nothing and starts'}`);
  }).finally(() => api.stop());
  return { name: 'problems at the start', passed: all.length - failures.length, failed: failures.length, detail: `${refused} not started`, failures };
}
