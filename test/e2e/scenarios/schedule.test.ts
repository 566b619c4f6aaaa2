import { Scenario } from '../../../e2e/scenarios/scenario';
import { Schedule } from '../../../e2e/scenarios/schedule';

const of = (name: string, more: Partial<Scenario> = {}): Scenario => ({ name, law: name, run: async () => undefined, ...more });
const START = of('start');
const KAFKA = of('kafka', { slow: true });
const PATCH = of('patch', { alone: 'core-dns' });
const DENIALS = of('denials', { alone: 'core-dns' });
const BOUND = of('bound', { alone: 'cluster' });

/** The name of the next one that may begin; `-` if it has to wait. */
async function next(schedule: Schedule): Promise<string | undefined> {
  return Promise.race([schedule.next().then((found) => found?.name), new Promise<string>((resolve) => setImmediate(() => resolve('-')))]);
}

test('those that mind nobody begin in the order of the list, the slow ones first', async () => {
  const schedule = new Schedule([START, of('canary'), KAFKA]);
  expect([await next(schedule), await next(schedule), await next(schedule), await next(schedule)]).toEqual(['kafka', 'start', 'canary', undefined]);
});

test('one that needs the cluster begins before the others, and nobody begins until it has ended', async () => {
  const schedule = new Schedule([START, BOUND]);
  expect(await next(schedule)).toBe('bound');
  const second = schedule.next();
  expect(await Promise.race([second, Promise.resolve('waits')])).toBe('waits');
  schedule.ended(BOUND);
  expect(await second).toBe(START);
});

test('of those that need the cluster one runs after the other', async () => {
  const other = of('other bound', { alone: 'cluster' });
  const schedule = new Schedule([BOUND, other]);
  expect(await next(schedule)).toBe('bound');
  const second = schedule.next();
  schedule.ended(BOUND);
  expect(await second).toBe(other);
});

test('who changes DNS runs beside others, and beside nobody else who does', async () => {
  const schedule = new Schedule([PATCH, DENIALS, START]);
  expect([await next(schedule), await next(schedule)]).toEqual(['patch', 'start']);
  const third = schedule.next();
  schedule.ended(START);
  expect(await Promise.race([third, Promise.resolve('waits')])).toBe('waits');
  schedule.ended(PATCH);
  expect(await third).toBe(DENIALS);
});

test('whoever waits is told when another one takes the last', async () => {
  const schedule = new Schedule([PATCH, DENIALS]);
  await next(schedule);
  const [one, other] = [schedule.next(), schedule.next()];
  schedule.ended(PATCH);
  expect(await Promise.all([one, other])).toEqual([DENIALS, undefined]);
});

test('what needs the cluster is decided from outside where nodes are not of a scenario alone', async () => {
  const drain = of('drain', { disturbs: true });
  const schedule = new Schedule([START, drain], ({ disturbs }) => disturbs === true);
  expect([await next(schedule), await next(schedule)]).toEqual(['drain', '-']);
});
