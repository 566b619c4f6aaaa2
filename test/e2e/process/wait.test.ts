import { Ended, twice, WaitedTooLong, waitFor, within } from '../../../e2e/process/wait';

test('a wait ends with the first answer that is neither undefined nor false', async () => {
  const answers = [undefined, false, 0];
  await expect(waitFor('it', 5, () => answers.shift(), 1)).resolves.toBe(0);
  expect(answers).toEqual([]);
});

test('fails by what it waited for, and for how long', async () => {
  await expect(waitFor('a pod', 0.02, () => undefined, 5)).rejects.toThrow(new WaitedTooLong('waited 0.02 s for a pod'));
});

test('fails with the last error of the probe', async () => {
  await expect(waitFor('a pod', 0.02, () => Promise.reject(new Error('404')), 5)).rejects.toThrow('waited 0.02 s for a pod; last answer: 404');
});

test('fails at once where waiting is of no use', async () => {
  const from = performance.now();
  await expect(waitFor('a pod', 60, () => { throw new Ended('etcd ended with code 1'); })).rejects.toThrow('etcd ended with code 1');
  expect(performance.now() - from).toBeLessThan(1000);
});

test('what comes in time is given on, an error too', async () => {
  await expect(within(5, 'it', Promise.resolve(1))).resolves.toBe(1);
  await expect(within(5, 'it', Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('fails by what did not come in time', async () => {
  await expect(within(0.02, 'a pod', new Promise(() => undefined))).rejects.toThrow(new WaitedTooLong('waited 0.02 s for a pod'));
});

test('what fails to start is started once more, and it is told why', async () => {
  const told: string[] = [];
  let tries = 0;
  const start = async () => { if (++tries === 1) throw new Error('waited 400 s for the cluster'); return tries; };
  expect(await twice(start, (line) => told.push(line))).toBe(2);
  expect(told).toEqual(['once more: waited 400 s for the cluster']);
});

test('fails when it fails to start twice', async () => {
  let tries = 0;
  await expect(twice(async () => { throw new Error(`try ${++tries}`); }, () => undefined)).rejects.toThrow('try 2');
});
