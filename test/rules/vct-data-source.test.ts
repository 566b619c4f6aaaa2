import { afterChange, findings, sound } from './harness';
import { vctDataSource } from '../../src/rules/vct-data-source';

const from = (dataSource: any, minor = 28, more: any = {}) => afterChange(vctDataSource, ({ claim }) => {
  Object.assign(claim.spec, { dataSource, ...more });
}, minor);

test('the sound set passes, and so do a claim, a VolumeSnapshot and what dataSourceRef says', () => {
  expect(findings(vctDataSource, sound().objects)).toEqual([]);
  expect(from({ kind: 'PersistentVolumeClaim', name: 'old' })).toEqual([]);
  expect(from({ kind: 'VolumeSnapshot', name: 'monday', apiGroup: 'snapshot.storage.k8s.io' })).toEqual([]);
  expect(from({ kind: 'Populator', name: 'x', apiGroup: 'example.com' }, 28, { dataSourceRef: { kind: 'Populator', name: 'x', apiGroup: 'example.com' } })).toEqual([]);
});

test('fails a kind that is dropped without a word', () => {
  const [finding, ...others] = from({ kind: 'Bad', name: '' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'vct-data-source', severity: 'error', path: 'spec.volumeClaimTemplates[0].spec.dataSource', acknowledgeable: true });
  expect(finding.message).toBe('claim template "data" has the dataSource {"kind":"Bad","name":""}, which is neither a claim nor a VolumeSnapshot; '
    + 'it is dropped without a word, and the member starts on an empty volume');
});

test('fails a VolumeSnapshot without its group, and says which', () => {
  expect(from({ kind: 'VolumeSnapshot', name: 'x' })).toMatchObject([{ fix: 'write apiGroup: snapshot.storage.k8s.io' }]);
});

test('fails a claim without a name', () => {
  expect(from({ kind: 'PersistentVolumeClaim', name: '' })).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].spec.dataSource.name', fix: 'name the object to copy' }]);
});

test('the API server rejects the set itself from 1.34 on, but not what it merely drops', () => {
  const rejected = (dataSource: any, minor: number) => !from(dataSource, minor)[0].acknowledgeable;
  expect([28, 34].map((minor) => rejected({ kind: 'Bad', name: 'x' }, minor))).toEqual([false, true]);
  expect([28, 34].map((minor) => rejected({ kind: 'Bad', name: 'x', apiGroup: 'example.com' }, minor))).toEqual([false, false]);
  expect([28, 34].map((minor) => rejected({ kind: 'Bad', name: 'x', apiGroup: 'a/b' }, minor))).toEqual([false, true]);
});
