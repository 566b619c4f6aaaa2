import { AliasBudget } from '../../src/checker/alias-budget';

/** Whether the last of some aliases of an anchor with `size` nodes is still paid for, after `own` nodes of the document. */
function spend(own: number, size: number, aliases: number): boolean {
  const budget = new AliasBudget();
  for (let i = 0; i < own; i++) budget.count();
  budget.open('a');
  for (let i = 0; i < size; i++) budget.count();
  budget.close('a');
  return Array.from({ length: aliases }, () => budget.spend('a')).pop()!;
}

test('a few aliases are free, however much of the document they are', () => {
  expect(spend(0, 10, 10)).toBe(true);
});

test('fails a document of which more than 99 percent come from aliases', () => {
  expect([spend(5000, 300, 1000), spend(1, 300, 1000)]).toEqual([true, false]);
});

test('fails a large document of which more than a tenth comes from aliases', () => {
  expect([spend(4_000_000, 1000, 300), spend(4_000_000, 1000, 500)]).toEqual([true, false]);
});

test('an alias counts what the aliases inside its anchor stand for', () => {
  const budget = new AliasBudget();
  budget.open('a0');
  for (let i = 0; i < 10; i++) budget.count();
  budget.close('a0');
  const survived = Array.from({ length: 9 }, (_, level) => {
    budget.open(`a${level + 1}`);
    const paid = Array.from({ length: 10 }, () => budget.spend(`a${level}`));
    budget.close(`a${level + 1}`);
    return paid.every(Boolean);
  });
  expect(survived).toContain(false);
});
