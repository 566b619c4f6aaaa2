import { Ended, WaitedTooLong, waitFor } from '../../../e2e/control-plane/wait';

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
