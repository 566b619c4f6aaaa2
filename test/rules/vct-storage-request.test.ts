import { SoundSet, afterChange, findings, sound } from './harness';
import { vctStorageRequest } from '../../src/rules/vct-storage-request';

test('the sound set is accepted, in every version', () => {
  expect([28, 34, 36].flatMap((minor) => findings(vctStorageRequest, sound().objects, minor))).toEqual([]);
});

test.each(['1Gi', '0.5Ti', '1e9', 1073741824, ' 5G '])('a request of %p is accepted', (storage) => {
  expect(afterChange(vctStorageRequest, ({ claim }) => { claim.spec.resources.requests.storage = storage; })).toEqual([]);
});

test.each(['0', '-1Gi', 0, null])('fails a request of %p, from 1.34 on at the apply', (storage) => {
  const change = ({ claim }: SoundSet) => { claim.spec.resources.requests.storage = storage; };
  expect(afterChange(vctStorageRequest, change)).toMatchObject([{ path: 'spec.volumeClaimTemplates[0].spec.resources.requests.storage', acknowledgeable: true }]);
  expect(afterChange(vctStorageRequest, change, 34)).toMatchObject([{ acknowledgeable: false }]);
});

test.each(['10GB', '10gi', 'ten', '', true])('fails a request of %p, which no version can read', (storage) => {
  const change = ({ claim }: SoundSet) => { claim.spec.resources.requests.storage = storage; };
  expect(afterChange(vctStorageRequest, change)).toMatchObject([{ acknowledgeable: false }]);
});

test('fails a claim template without resources', () => {
  const [finding] = afterChange(vctStorageRequest, ({ claim }) => { delete claim.spec.resources; });
  expect(finding.message).toContain('requests no storage');
});
