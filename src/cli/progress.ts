import type { WriteStream } from 'tty';

/** Work that is done sooner needs no word. */
const PATIENCE = 700;
const INTERVAL = 100;

/** One line that says what is going on, on a terminal only, when it takes long. */
export class Progress {
  private readonly started = Date.now();
  private last = 0;

  constructor(private readonly stream: Pick<WriteStream, 'isTTY' | 'write' | 'columns'>) {}

  show(text: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.started < PATIENCE || now - this.last < INTERVAL) return;
    this.last = now;
    this.stream.write(`\r\u001b[K${text.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.last > 0) this.stream.write('\r\u001b[K');
  }
}
