import { addresses, everyServer } from '../../../e2e/scenarios/lookup';

const ANSWER = 'Server:\t\t198.18.0.2\nAddress:\t198.18.0.2:53\n\nName:\tmember-0.member\nAddress: 198.18.1.7\nName:\tmember-0.member\nAddress: 198.18.1.8\n\n';

/** A cluster with these DNS servers, which answer in this way. */
function cluster(servers: readonly string[], answers: readonly string[]) {
  const commands: string[][] = [];
  return {
    commands,
    client: { get: async () => ({ items: servers.map((podIP) => ({ status: { podIP } })) }) },
    exec: async (_: string, command: string[]) => {
      commands.push(command);
      return answers.map((answer) => `${answer}--\n`).join('');
    },
    until: async (_what: string, _seconds: number, probe: () => Promise<unknown>) => probe(),
  };
}

test('the address of the server that answers is none of the answer', () => {
  expect(addresses(ANSWER)).toEqual(['198.18.1.7', '198.18.1.8']);
  expect(addresses('** server can\'t find member-0.member: NXDOMAIN\n')).toEqual([]);
});

test('every server of the cluster is asked for the name by its own address', async () => {
  const context = cluster(['198.18.0.2', '198.18.0.3'], [ANSWER, ANSWER]);
  expect(await everyServer(context as any, 'client', 'a', 'member-0.member', () => true)).toBe(ANSWER);
  const [[, , script, , ...servers]] = context.commands;
  expect([script.includes('nslookup -type=a member-0.member. $server'), servers]).toEqual([true, ['198.18.0.2', '198.18.0.3']]);
});

test('fails as long as one server answers otherwise, has no answer, or none is there', async () => {
  const ask = (servers: readonly string[], answers: readonly string[]) => (
    everyServer(cluster(servers, answers) as any, 'client', 'a', 'member-0.member', (answer) => answer === ANSWER)
  );
  expect(await ask(['a', 'b'], [ANSWER, 'NXDOMAIN'])).toBe(false);
  expect(await ask(['a', 'b'], [ANSWER])).toBe(false);
  await expect(ask([], [])).rejects.toThrow('the cluster has no DNS server with the label k8s-app=kube-dns');
});
