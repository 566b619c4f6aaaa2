import { goBinary } from '../../build/go-binary';
import { CONFIGMAP_RELOAD, CONFIG_RELOADER, CONFIG_RELOADER_VERSION, PROMETHEUS } from '../../build/programs';
import { Image } from '../../images/image';
import { busybox } from '../../images/library';
import { Context } from '../context';

/** Prometheus under the name that a manifest has. */
export function prometheusImage(name: string): Image {
  const { programs, links } = busybox();
  return { name, programs: { ...programs, '/bin/prometheus': goBinary(PROMETHEUS) }, links, entrypoint: ['/bin/prometheus'] };
}

export function configReloaderImage(name: string): Image {
  const program = '/bin/prometheus-config-reloader';
  return { name, programs: { [program]: goBinary(CONFIG_RELOADER) }, entrypoint: [program] };
}

/** Our stand-in for a program that the registries of this machine do not carry. */
export function configmapReloadImage(name: string): Image {
  return { name, programs: { '/configmap-reload': goBinary(CONFIGMAP_RELOAD) }, entrypoint: ['/configmap-reload'] };
}

/** What the HTTP API of a replica answers, asked from its own pod or from another one by its name. */
export async function ask<T = any>(context: Context, pod: string, path: string, host = 'localhost'): Promise<T> {
  return JSON.parse(await context.exec(pod, ['timeout', '5', 'wget', '-q', '-O', '-', `http://${host}:9090/api/v1/${path}`])).data;
}

export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [seconds: number, value: string];
}

/** The samples of an instant query, at a moment in seconds or now. */
export async function query(context: Context, pod: string, expression: string, time?: number): Promise<readonly Sample[]> {
  const at = time === undefined ? '' : `&time=${time}`;
  return (await ask(context, pod, `query?query=${encodeURIComponent(expression)}${at}`)).result;
}

/** Names of all alerting and recording rules that a replica has loaded. */
export async function ruleNames(context: Context, pod: string): Promise<readonly string[]> {
  const { groups } = await ask(context, pod, 'rules');
  return groups.flatMap(({ rules }: any) => rules.map(({ name }: any) => name)).sort();
}

/** The external label that tells the replicas apart, filled in by the reloader. */
export async function replicaOf(context: Context, pod: string): Promise<string | undefined> {
  return /prometheus_replica: (\S+)/.exec((await ask(context, pod, 'status/config')).yaml)?.[1];
}

export async function tellVersions(context: Context, pod: string): Promise<void> {
  context.runs('prometheus', (await ask(context, pod, 'status/buildinfo')).version);
  context.runs('prometheus-config-reloader', CONFIG_RELOADER_VERSION);
}
