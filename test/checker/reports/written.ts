import { Check } from '../../../src/checker/check';
import { REPORTS } from '../../../src/checker/reports';
import { DEFAULT_SETTINGS, Settings } from '../../../src/checker/settings';
import { manifest } from '../manifests';

/** A report about texts, by the name of its format. */
export function written(format: string, texts: Readonly<Record<string, string>>, colours = false, settings: Partial<Settings> = {}): string {
  const check = new Check({ ...DEFAULT_SETTINGS, ...settings });
  for (const [file, text] of Object.entries(texts)) check.add({ file, text });
  return REPORTS[format]({ ...check.run(), version: '1.2.3', colours });
}

const DAMAGED = { 'b,1.yaml': 'a: b: c\n' };
export const BROKEN = { './deploy/x.yaml': manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }), ...DAMAGED };
/** Says nothing that a rule says, whose words may change. */
export const TEXTS = {
  './deploy/x.yaml': 'apiVersion: example.org/v1\nkind: Gadget\nmetadata:\n  name: db\n  namespace: prod\nspec: {a: 1, "a": 2}\n...\nkind: B\n', ...DAMAGED,
};
export const SOUND = { 'x.yaml': 'kind: Gadget\n' };
/** An info that stands in no file. */
export const UNKNOWN_VERSION: Partial<Settings> = { target: { ...DEFAULT_SETTINGS.target, minor: 40 } };
