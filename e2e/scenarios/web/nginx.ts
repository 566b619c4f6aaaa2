import { Image } from '../../images/image';
import { busybox } from '../../images/library';
import { Context } from '../context';

export const NGINX_PACKAGES: ReadonlyMap<string, string> = new Map([['/usr/sbin/nginx', 'nginx']]);
/** Where the example mounts its claim. */
const PAGES = '/usr/share/nginx/html';
export const PORT = 8080;

/** What makes the official image run without root. */
const CONFIGURATION = `daemon off;
pid /tmp/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path /tmp/client; proxy_temp_path /tmp/proxy; fastcgi_temp_path /tmp/fastcgi; uwsgi_temp_path /tmp/uwsgi; scgi_temp_path /tmp/scgi;
  server { listen ${PORT}; root ${PAGES}; }
}
`;

/** The image that the example names, with Debian's nginx in it. */
export function nginxImage(): Image {
  const { programs, links } = busybox();
  return {
    name: 'nginxinc/nginx-unprivileged:1.29',
    programs: { ...programs, '/usr/sbin/nginx': '/usr/sbin/nginx' },
    links,
    texts: { '/etc/nginx/nginx.conf': CONFIGURATION, '/var/log/nginx/empty': '', '/var/lib/nginx/empty': '' },
    entrypoint: ['/usr/sbin/nginx', '-e', 'stderr'],
  };
}

export async function nginxVersion(context: Context, pod: string): Promise<string> {
  return /nginx\/(\S+)/.exec(await context.exec(pod, ['sh', '-c', 'nginx -v 2>&1']))![1];
}

/** Puts a page into the volume of a pod. */
export async function writePage(context: Context, pod: string, text: string): Promise<void> {
  await context.exec(pod, ['sh', '-c', `printf "%s" "$1" > ${PAGES}/index.html && sync`, 'write', text]);
}

/** What a server answers to a pod of busybox, by one of its names. */
export async function page(context: Context, client: string, host: string): Promise<string> {
  return context.exec(client, ['timeout', '5', 'wget', '-q', '-O', '-', `http://${host}:${PORT}/`]);
}

/** Asserts that each pod has its own page, by its full name. */
export async function eachHasItsPage(context: Context, client: string, pods: readonly { readonly name: string; readonly fqdn: string }[]): Promise<void> {
  for (const { name, fqdn } of pods) {
    await context.until(`${name} to answer with its page`, 90, async () => await page(context, client, fqdn) === `the page of ${name}`);
  }
}
