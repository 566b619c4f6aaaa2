import { BROKEN, SOUND, TEXTS, UNKNOWN_VERSION, written } from './written';

test('findings and their summary look like this', () => {
  expect(written('sarif', TEXTS)).toMatchSnapshot();
});

test('no findings look like this', () => {
  expect(written('sarif', SOUND)).toMatchSnapshot();
});

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

test('what is said of the settings stands in no file', () => {
  const { results } = JSON.parse(written('sarif', SOUND, false, UNKNOWN_VERSION)).runs[0];
  expect(results).toMatchObject([{ ruleId: 'input-version', level: 'note', locations: [{ physicalLocation: { artifactLocation: { uri: 'arguments' } } }] }]);
});
