import { BROKEN, SOUND, TEXTS, written } from './written';

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
