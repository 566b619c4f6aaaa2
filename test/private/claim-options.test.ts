import { Size } from 'cdk8s';
import { claimProblems, duplicateClaim, usableOptions } from '../../src/private/claim-options';

const fields = (options: any) => claimProblems('data', options).map(({ field }) => field);

test('fails a missing size and two sources together', () => {
  const dataSource = { kind: 'VolumeSnapshot', name: 'a' };
  expect(fields({ dataSource, dataSourceRef: dataSource })).toEqual(['claim("data").storage', 'claim("data").dataSourceRef']);
});

test('fails a fraction of a kibibyte, and takes every whole number in any unit', () => {
  expect(fields({ storage: Size.mebibytes(0.3) })).toEqual(['claim("data").storage']);
  for (const storage of [Size.kibibytes(1), Size.gibibytes(0.5), Size.tebibytes(1.5), Size.pebibyte(2)]) expect(fields({ storage })).toEqual([]);
});

test('what can be rendered is left alone, and what cannot gets a size to go on with', () => {
  const options = { storage: Size.gibibytes(2), storageClassName: 'fast' };
  expect(usableOptions(options)).toBe(options);
  const usable = usableOptions({ storageClassName: 'fast' } as any);
  expect([usable.storage.toMebibytes(), usable.storageClassName]).toEqual([1024, 'fast']);
});

test('a second claim is told under the rule for it', () => {
  expect(duplicateClaim('data')).toMatchObject({ ruleId: 'vct-duplicate-name', field: 'claim("data")', fix: 'give each claim a name of its own' });
});
