import { BROKEN, SOUND, TEXTS, written } from './written';

test('findings and their summary look like this', () => {
  expect(written('json', TEXTS)).toMatchSnapshot();
});

test('no findings look like this', () => {
  expect(written('json', SOUND)).toMatchSnapshot();
});

test('findings have the fields that readers rely on, in this order', () => {
  const { findings, summary } = JSON.parse(written('json', BROKEN));
  for (const finding of findings) {
    expect(Object.keys(finding)).toEqual(['ruleId', 'severity', 'message', 'fix', 'apiVersion', 'kind', 'namespace', 'name', 'path', 'file', 'line', 'column', 'docsUrl']);
  }
  expect(summary).toEqual({ files: 2, objects: 2, statefulSets: 1, errors: 2, warnings: expect.any(Number), infos: expect.any(Number) });
});
