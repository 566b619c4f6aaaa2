import { BROKEN, SOUND, TEXTS, UNKNOWN_VERSION, written } from './written';

test('findings and their summary look like this', () => {
  expect(written('github', TEXTS)).toMatchSnapshot();
});

test('no findings look like this', () => {
  expect(written('github', SOUND)).toMatchSnapshot();
});

test('commas and colons of a file name and line breaks of a message are escaped', () => {
  const command = written('github', BROKEN).split('\n').find((text) => text.includes('yaml-syntax'))!;
  expect(command).toMatch(/^::error file=b%2C1\.yaml,line=1,col=5,title=yaml-syntax::/);
});

test('what is said of the settings stands in no file', () => {
  expect(written('github', SOUND, false, UNKNOWN_VERSION)).toMatch(/^::notice title=input-version::1\.40 is newer /);
});
