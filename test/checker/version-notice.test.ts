import { manifest } from './manifests';
import { Check } from '../../src/checker/check';
import { DEFAULT_SETTINGS } from '../../src/checker/settings';
import { versionNotice } from '../../src/checker/version-notice';

test('of the versions that the rules were held against nothing is said', () => {
  expect([28, 30, 36].flatMap(versionNotice)).toEqual([]);
});

test('an older and a newer version are judged like the nearest one that is known, and that is said', () => {
  expect([27, 37].flatMap(versionNotice).map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`)).toEqual([
    'info input-version: 1.27 is older than the versions whose API server the rules were held against, 1.28 to 1.36: it is held to reject what 1.28 rejects, and what it lacks may go untold',
    'info input-version: 1.37 is newer than the versions whose API server the rules were held against, 1.28 to 1.36: it is held to reject what 1.36 rejects, and what it rejects besides may go untold',
  ]);
});

test('a run says it, and leaves it out where it is disabled', () => {
  const said = (disabled: ReadonlyMap<string, { readonly path: string }>) => {
    const check = new Check({ ...DEFAULT_SETTINGS, target: { ...DEFAULT_SETTINGS.target, minor: 40 }, disabled });
    check.add({ file: 'x.yaml', text: manifest() });
    return check.run().findings.filter(({ ruleId }) => ruleId === 'input-version').map(({ file, path }) => [file, path]);
  };
  expect(said(new Map())).toEqual([[undefined, 'kubernetesVersion']]);
  expect(said(new Map([['input-version', { path: '--disable' }]]))).toEqual([]);
});
