import { existsSync } from 'fs';
import { Run } from '../../../e2e/process/run';

test('the end of a run is the end of its programs and of its folder', async () => {
  const run = new Run();
  const program = run.processes.start('sleep', 'sleep', ['300']);
  expect([existsSync(run.folder.path), program.hasEnded]).toEqual([true, false]);
  await run.stop();
  expect([existsSync(run.folder.path), program.hasEnded]).toEqual([false, true]);
});
