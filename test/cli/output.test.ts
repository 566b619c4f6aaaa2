import { Exit, refusalLine, report, UnusableInput } from '../../src/cli/output';

test('the exit status is a contract', () => expect([Exit.DONE, Exit.REFUSED, Exit.UNUSABLE]).toEqual([0, 1, 2]));

test('each line stands under its word', () => expect([report('cost', ['a', 'b']), report('cost', [])]).toEqual(['cost: a\ncost: b\n', '']));

test('a refusal and an unusable input say where, what and what to do', () => {
  expect(refusalLine({ code: 'x', where: 'line 1', message: 'it is broken', fix: 'mend it' })).toBe('line 1: it is broken; mend it');
  expect(new UnusableInput('file', 'it is empty', 'fill it').message).toBe('file: it is empty; fill it');
});
