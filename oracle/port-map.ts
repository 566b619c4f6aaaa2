import { freePort } from '../e2e/process/ports';

const PORT = /:(\d+)\b/g;
/** Nothing is served below it in the texts, and `http://127.0.0.1:1` shall stay unreachable. */
const LOWEST = 53;

/** Gives every port of a text a free one, equal ports an equal one, and takes it back in what CoreDNS says. */
export class PortMap {
  /** Finds free ports for those of the texts and for more; `taken` is one that stays. */
  public static async of(texts: readonly string[], more: readonly number[], taken: number): Promise<PortMap> {
    const map = new PortMap();
    const found = texts.flatMap((text) => [...text.matchAll(PORT)].map(([, port]) => Number(port))).filter((port) => port >= LOWEST && port !== taken);
    for (const port of new Set([...found, ...more])) map.free.set(port, await freePort());
    return map;
  }

  private readonly free = new Map<number, number>();

  public port(port: number): number {
    return this.free.get(port) ?? port;
  }

  public replace(text: string): string {
    return text.replace(PORT, (_, port: string) => `:${this.port(Number(port))}`);
  }

  public restore(text: string): string {
    const back = new Map([...this.free].map(([port, free]) => [free, port]));
    return text.replace(PORT, (_, port: string) => `:${back.get(Number(port)) ?? port}`);
  }
}
