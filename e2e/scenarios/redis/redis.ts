import { Image } from '../../images/image';
import { busybox } from '../../images/library';
import { Context } from '../context';

/** Debian's programs, and the packages that bring them. */
export const REDIS_PACKAGES: ReadonlyMap<string, string> = new Map([['/usr/bin/redis-server', 'redis-server'], ['/usr/bin/redis-cli', 'redis-tools']]);

/** The image that the examples name, with Debian's server in it: INFO tells what runs. */
export function redisImage(): Image {
  const { programs, links } = busybox();
  return {
    name: 'redis:8.10.2',
    programs: { ...programs, '/usr/local/bin/redis-server': '/usr/bin/redis-server', '/usr/local/bin/redis-cli': '/usr/bin/redis-cli' },
    links,
  };
}

/** What a command of a server in a pod answers. */
export async function redis(context: Context, pod: string, ...command: string[]): Promise<string> {
  return (await context.exec(pod, ['redis-cli', ...command])).trim();
}

/** The lines of INFO, by their names. */
export async function info(context: Context, pod: string, section: string): Promise<Readonly<Record<string, string>>> {
  return parseInfo(await redis(context, pod, 'info', section));
}

export function parseInfo(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/^(\w+):(.*?)\r?$/gm)].map(([, name, value]) => [name, value]));
}
