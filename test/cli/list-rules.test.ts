import { listRules } from '../../src/cli/list-rules';
import { RULES } from '../../src/rules/engine';

test('the text has a line for every rule, and marks what the API server rejects', () => {
  const lines = listRules('text', undefined).split('\n');
  for (const { id, severity, title } of RULES) expect(lines.find((line) => line.startsWith(`${id} `))).toMatch(new RegExp(`^${id} +${severity} +${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`));
  expect(lines[lines.length - 2]).toMatch(/^\d+ rules; \* is what the API server of 1\.28 rejects by itself$/);
});

test('of a version that no API server was asked about, the text says how far it is known', () => {
  expect(listRules('text', '1.40')).toMatch(/ of 1\.40 rejects by itself, as far as is known of 1\.28 to 1\.36\n$/);
});

test('the JSON tells the version that it is for', () => {
  const { kubernetesVersion, rules } = JSON.parse(listRules('json', 'v1.34.2'));
  expect(kubernetesVersion).toBe('1.34');
  expect(rules.find(({ id }: any) => id === 'mount-volume-exists').rejected).toBe(true);
});

test.each([['yaml', undefined, '--format yaml is neither text nor json'], ['text', '1.2', '--kubernetes-version 1.2 is no version of Kubernetes from 1.27 on; write for example 1.31']])('fails on %s %s', (format, version, message) => {
  expect(() => listRules(format, version)).toThrow(message);
});
