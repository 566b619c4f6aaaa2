const works = new Set<() => void>();
let started = false;

function start(): void {
  started = true;
  process.on('exit', () => works.forEach((work) => work()));
  // Leaving by process.exit runs the line above.
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) process.on(signal, () => process.exit(code));
}

/** Does what must be done however this process ends; the result takes it back. */
export function atExit(work: () => void): () => void {
  if (!started) start();
  works.add(work);
  return () => works.delete(work);
}
