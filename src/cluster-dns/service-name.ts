import { hostFqdn, namespaceFqdn, podName, serviceFqdn } from '../identity/names';

/** A headless Service, as DNS knows it. */
export interface ServiceName {
  readonly service: string;
  readonly namespace: string;
  /** Cluster domain. */
  readonly domain: string;
}

/** How much of the cluster's DNS is taken out of the caches: a Service, its namespace, or the cluster domain. */
export type Scope = 'service' | 'namespace' | 'cluster';

export const SCOPES: readonly Scope[] = ['service', 'namespace', 'cluster'];

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SERVICE = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Reads `<service>.<namespace>`; undefined if it is none. */
export function readService(text: string, domain: string): ServiceName | undefined {
  const [service, namespace, ...more] = text.trim().split('.');
  return more.length === 0 && isService({ service, namespace, domain }) ? { service, namespace, domain } : undefined;
}

/** The lines of a file of such names, without comments and blank lines; `line` counts from 1. */
export function serviceLines(text: string): { readonly text: string; readonly line: number }[] {
  return text.split(/\r?\n/).map((each, at) => ({ text: each.replace(/#.*/, '').trim(), line: at + 1 })).filter((each) => each.text !== '');
}

/** Whether the three parts make a name that DNS can hold. */
export function isService({ service, namespace, domain }: Partial<ServiceName>): boolean {
  return SERVICE.test(service ?? '') && LABEL.test(namespace ?? '') && isDomain(domain ?? '');
}

export function isDomain(domain: string): boolean {
  return domain.length <= 253 && domain.split('.').every((label) => LABEL.test(label));
}

/** `<service>.<namespace>`, the way in which people and flags say it. */
export function serviceText({ service, namespace }: ServiceName): string {
  return `${service}.${namespace}`;
}

/** A name that one of its members may have: what is looked up too early. */
export function memberName(name: ServiceName): string {
  return hostFqdn(name, podName(name.service, 0));
}

/** The zones of a scope that hold the members of some Services, each once, in order of name. */
export function zonesOf(services: readonly ServiceName[], scope: Scope): string[] {
  const zone = (name: ServiceName) => (scope === 'service' ? serviceFqdn(name) : scope === 'namespace' ? namespaceFqdn(name) : name.domain);
  return [...new Set(services.map(zone))].sort();
}
