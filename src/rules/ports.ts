import { list, map, text } from './json';
import type { Json } from './rule';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a port name is one the API accepts: at most 15 lower-case letters, digits and single inner hyphens, one letter or more. */
export function isPortName(name: string): boolean {
  return name.length <= 15 && NAME.test(name) && /[a-z]/.test(name);
}

export function isPortNumber(port: unknown): boolean {
  return Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535;
}

/** Names of a container's own ports. */
export function portNames(container: Json): string[] {
  return list(container.ports).flatMap((port) => text(map(port).name) || []);
}
