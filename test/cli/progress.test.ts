import { Progress } from '../../src/cli/progress';

function shown(isTTY: boolean, waited: number): string[] {
  const written: string[] = [];
  const now = jest.spyOn(Date, 'now').mockReturnValue(0);
  const progress = new Progress({ isTTY, columns: 10, write: (text: any) => written.push(text) > 0 });
  now.mockReturnValue(waited);
  progress.show('reading 1 of 2');
  progress.show('reading 2 of 2');
  progress.clear();
  now.mockRestore();
  return written;
}

test('a terminal is told after a while, at most ten times a second, and left clean', () => {
  expect(shown(true, 1000)).toEqual(['\r\u001b[Kreading 1', '\r\u001b[K']);
});

test('quick work says nothing', () => {
  expect(shown(true, 500)).toEqual([]);
});

test('a file or a pipe is told nothing', () => {
  expect(shown(false, 5000)).toEqual([]);
});
