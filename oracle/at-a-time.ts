/** How many things this machine does at once: more would only wait for each other. */
const AT_A_TIME = 2;

/**
 * Works on each item, in their order, a few at a time.
 *
 * @param many how many; more than the machine's own where the work is to wait for others
 */
export async function atATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, many: number = AT_A_TIME): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: many }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}
