import { BROKEN, SOUND, TEXTS, UNKNOWN_VERSION, written } from './written';

test('findings and their summary look like this', () => {
  expect(written('junit', TEXTS)).toMatchSnapshot();
});

test('no findings look like this', () => {
  expect(written('junit', SOUND)).toMatchSnapshot();
});

test('only what fails the run is a failure', () => {
  const text = written('junit', BROKEN);
  expect([text.match(/<failure /g)?.length, text.match(/^<testsuites [^>]*failures="2"/m)?.length]).toEqual([2, 1]);
});

test('what is said of the settings stands in no file', () => {
  const text = written('junit', SOUND, false, UNKNOWN_VERSION);
  expect(text).toContain('<testsuite name="settings" tests="1" failures="0">');
  expect(text).toContain('<system-out>info: kubernetesVersion&#10;1.40 is newer ');
  expect(text).not.toContain('undefined');
});
