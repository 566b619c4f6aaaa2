import { engine } from '../../src/private/engine';

test('the rules are read once, and only when a synth asks', () => {
  jest.isolateModules(() => {
    const loaded = jest.fn(() => ({ RULES: [] }));
    jest.doMock('../../src/rules/engine', loaded);
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const fresh: typeof import('../../src/private/engine') = require('../../src/private/engine');
    expect(loaded).not.toHaveBeenCalled();
    expect(fresh.engine()).toBe(fresh.engine());
    expect(loaded).toHaveBeenCalledTimes(1);
    jest.dontMock('../../src/rules/engine');
  });
});

test('it has the rules and what runs them', () => {
  expect(Object.keys(engine()).sort()).toEqual(['RULES', 'acknowledged', 'budgetsOver', 'docsUrl', 'identityOf', 'judge', 'silence']);
  expect(engine().RULES.length).toBeGreaterThan(100);
});
