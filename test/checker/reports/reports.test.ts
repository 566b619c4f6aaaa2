import { Check } from '../../../src/checker/check';
import { REPORTS } from '../../../src/checker/reports';
import { DEFAULT_SETTINGS } from '../../../src/checker/settings';
import { manifest } from '../manifests';

function written(format: string, texts: Readonly<Record<string, string>>, colours = false): string {
  const check = new Check(DEFAULT_SETTINGS);
  for (const [file, text] of Object.entries(texts)) check.add({ file, text });
  return REPORTS[format]({ ...check.run(), version: '1.2.3', colours });
}

const DAMAGED = { 'b,1.yaml': 'a: b: c\n' };
const BROKEN = { './deploy/x.yaml': manifest({ 'clusterIP: None': 'clusterIP: 10.0.0.7' }), ...DAMAGED };
/** Says nothing that a rule says, whose words may change. */
const TEXTS = { './deploy/x.yaml': 'apiVersion: example.org/v1\nkind: Gadget\nmetadata:\n  name: db\n  namespace: prod\nspec: {a: 1, "a": 2}\n...\nkind: B\n', ...DAMAGED };
const SOUND = { 'x.yaml': 'kind: Gadget\n' };

test.each(Object.keys(REPORTS))('%s shows findings as the snapshot has them', (format) => {
  expect(written(format, TEXTS)).toMatchSnapshot();
});

test.each(Object.keys(REPORTS))('%s shows that there are none', (format) => {
  expect(written(format, SOUND)).toMatchSnapshot();
});

describe('text', () => {
  test('a finding is one line, then the line of the source, then a caret below the column', () => {
    const lines = written('text', BROKEN).split('\n');
    const at = lines.findIndex((text) => text.includes('governing-service-headless'));
    expect(lines[at]).toMatch(/^\.\/deploy\/x\.yaml:8:14 error governing-service-headless Service prod\/db: .+; .+$/);
    expect(lines.slice(at + 1, at + 3)).toEqual(['    clusterIP: 10.0.0.7', '               ^']);
  });

  test('colours change nothing but colours', () => {
    // eslint-disable-next-line no-control-regex
    expect(written('text', BROKEN, true).replace(/\u001b\[[0-9]+m/g, '')).toBe(written('text', BROKEN));
    expect(written('text', BROKEN, true)).toContain('\u001b[31merror\u001b[0m');
  });

  test('tabs before the column stay tabs, so that the caret stands below it', () => {
    expect(written('text', { 'x.yaml': '{\n\t"kind": "A", "kind": "B"}\n' })).toContain('  \t"kind": "A", "kind": "B"}\n  \t             ^');
  });

  test('a very long line is shown around the column', () => {
    const shown = written('text', { 'x.yaml': `{kind: A, x: "${'a'.repeat(500)}", y: 1, y: 2, z: "${'b'.repeat(500)}"}\n` }).split('\n');
    expect(shown[1].length).toBeLessThanOrEqual(142);
    expect(shown[1][shown[2].indexOf('^')]).toBe('y');
  });

  test('nothing that a terminal obeys gets out of a manifest', () => {
    // eslint-disable-next-line no-control-regex
    expect(written('text', { 'x.yaml': 'kind: "\\e[31mA"\nx: 1\nx: 2\n' })).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('json', () => {
  test('findings have the fields that readers rely on, in this order', () => {
    const { findings, summary } = JSON.parse(written('json', BROKEN));
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(['ruleId', 'severity', 'message', 'fix', 'apiVersion', 'kind', 'namespace', 'name', 'path', 'file', 'line', 'column', 'docsUrl']);
    }
    expect(summary).toEqual({ files: 2, objects: 2, statefulSets: 1, errors: 2, warnings: expect.any(Number), infos: expect.any(Number) });
  });
});

describe('sarif', () => {
  test('every result names a rule of the list, a relative address and a place', () => {
    const { runs: [{ tool: { driver }, results }] } = JSON.parse(written('sarif', BROKEN));
    for (const result of results) {
      expect(driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toMatch(/^(deploy\/x\.yaml|b,1\.yaml)$/);
      expect(region.startLine).toBeGreaterThanOrEqual(1);
    }
  });

  test('the fingerprint of a finding stays when lines move', () => {
    const prints = (text: string) => JSON.parse(written('sarif', { 'x.yaml': text })).runs[0].results.map(({ partialFingerprints }: any) => partialFingerprints['field/v1']);
    expect(prints(`# a\n# b\n${BROKEN['./deploy/x.yaml']}`)).toEqual(prints(BROKEN['./deploy/x.yaml']));
  });
});

describe('github', () => {
  test('commas and colons of a file name and line breaks of a message are escaped', () => {
    const command = written('github', BROKEN).split('\n').find((text) => text.includes('yaml-syntax'))!;
    expect(command).toMatch(/^::error file=b%2C1\.yaml,line=1,col=5,title=yaml-syntax::/);
  });
});

describe('junit', () => {
  test('only what fails the run is a failure', () => {
    const text = written('junit', BROKEN);
    expect([text.match(/<failure /g)?.length, text.match(/^<testsuites [^>]*failures="2"/m)?.length]).toEqual([2, 1]);
  });
});
