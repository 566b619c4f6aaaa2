import { run } from './program';
import { processTerminal } from './terminal';

void run(process.argv.slice(2), processTerminal()).then((status) => {
  process.exitCode = status;
});
