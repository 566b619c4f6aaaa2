import { readFileSync } from 'fs';
import { attempt } from '../../src/cli/attempt';

test('what succeeds has a value, and what fails has a reason', () => {
  expect(attempt(() => 3)).toEqual({ value: 3 });
  expect(attempt(() => { throw new Error('no such file'); })).toEqual({ problem: 'no such file' });
});

test('what the system says is put into words', () => {
  const failing = (code: string) => attempt(() => { throw Object.assign(new Error(`${code}: x`), { code }); }).problem;
  expect(attempt(() => readFileSync('/no/such/file')).problem).toBe('there is no such file or folder');
  expect(attempt(() => readFileSync('/')).problem).toBe('it is a folder, where a file is wanted');
  expect(['EACCES', 'ELOOP', 'EIO'].map(failing)).toEqual(['it may not be read: permission denied', 'its links lead in a circle', 'EIO: x']);
});
