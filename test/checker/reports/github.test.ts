import { BROKEN, SOUND, TEXTS, written } from './written';

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
