import { afterChange, findings, sound } from './harness';
import { updateStrategyValid } from '../../src/rules/update-strategy-valid';

test('the sound set passes', () => {
  expect(findings(updateStrategyValid, sound().objects)).toEqual([]);
});

const strategy = (updateStrategy: any) => afterChange(updateStrategyValid, ({ set }) => { set.spec.updateStrategy = updateStrategy; });

test('fails a type that does not exist, which the API server refuses', () => {
  const [finding, ...others] = strategy({ type: 'Recreate', rollingUpdate: { partition: -1 } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: 'spec.updateStrategy.type', acknowledgeable: false });
  expect(finding.message).toBe('type is "Recreate", neither RollingUpdate nor OnDelete; the API server refuses it');
});

test('fails rollingUpdate beside OnDelete, even an empty one', () => {
  expect(strategy({ type: 'OnDelete', rollingUpdate: {} })).toMatchObject([{ path: 'spec.updateStrategy.rollingUpdate' }]);
});

test('fails a negative partition', () => {
  expect(strategy({ rollingUpdate: { partition: -1 } })).toMatchObject([{
    path: 'spec.updateStrategy.rollingUpdate.partition', message: 'partition is -1, below 0; the API server refuses it',
  }]);
});

test('a missing strategy, an empty one, OnDelete alone and a partition of 0 pass', () => {
  for (const given of [undefined, null, {}, { type: '' }, { type: 'OnDelete' }, { type: 'OnDelete', rollingUpdate: null }, { rollingUpdate: { partition: 0 } }]) {
    expect(strategy(given)).toEqual([]);
  }
});
