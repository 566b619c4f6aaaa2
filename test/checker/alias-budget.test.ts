import { AliasBudget } from '../../src/checker/alias-budget';

/** A budget after a document of so many nodes, a tenth of them below the anchor `a`. */
function after(nodes: number): AliasBudget {
  const budget = new AliasBudget();
  for (let i = 0; i < nodes * 0.9; i++) budget.count();
  budget.open('a');
  for (let i = 0; i < nodes * 0.1; i++) budget.count();
  budget.close('a');
  return budget;
}

const spendable = (budget: AliasBudget, most: number) => {
  let times = 0;
  while (times < most && budget.spend('a')) times++;
  return times;
};

test('a small document may consist of aliases nearly alone, up to some 400,000 nodes', () => {
  // Each alias of this one stands for 101 nodes.
  expect(spendable(after(1000), 10_000)).toBe(4043);
});

test('a large document may be blown up to a few times its size', () => {
  expect(spendable(after(400_000), 100)).toBe(26);
  expect(spendable(after(4_000_000), 100)).toBe(1);
});

test('the first hundred nodes from aliases are free', () => {
  expect(spendable(after(10), 100)).toBe(100);
});

test('an alias counts what the aliases inside its anchor stand for', () => {
  const budget = after(10);
  const paid = Array.from({ length: 9 }, (_, level) => {
    budget.open(`a${level}`);
    const all = Array.from({ length: 10 }, () => budget.spend(level === 0 ? 'a' : `a${level - 1}`)).every(Boolean);
    budget.close(`a${level}`);
    return all;
  });
  expect([paid[0], paid[8]]).toEqual([true, false]);
});
