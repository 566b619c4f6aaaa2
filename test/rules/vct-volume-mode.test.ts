import { afterChange, findings, sound } from './harness';
import { vctVolumeMode } from '../../src/rules/vct-volume-mode';

const mode = (volumeMode: unknown, minor = 28) => afterChange(vctVolumeMode, ({ claim }) => { claim.spec.volumeMode = volumeMode; }, minor);

test('Filesystem, Block and nothing pass', () => {
  expect(findings(vctVolumeMode, sound().objects)).toEqual([]);
  expect([mode('Block'), mode(undefined), mode(null)]).toEqual([[], [], []]);
});

test('fails any other mode', () => {
  const [finding, ...others] = mode('FileSystem');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ ruleId: 'vct-volume-mode', severity: 'error', path: 'spec.volumeClaimTemplates[0].spec.volumeMode', acknowledgeable: true });
  expect(finding.message).toBe('volumeMode of claim template "data" is "FileSystem"; its claims are refused and no pod starts');
  expect(mode('block', 34)).toMatchObject([{ acknowledgeable: false }]);
});

test('a claim template without a spec does not throw', () => {
  expect(afterChange(vctVolumeMode, ({ claim }) => { delete claim.spec; })).toEqual([]);
});
