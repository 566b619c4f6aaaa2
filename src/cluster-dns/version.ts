/** A version of CoreDNS, as numbers. */
export type Version = readonly [major: number, minor: number, patch: number];

/** The first CoreDNS whose cache plugin knows `disable`: coredns v1.9.4 plugin/cache/setup.go. */
export const DISABLE_SINCE: Version = [1, 9, 4];

/** Reads `1.11.3`, `v1.11.1-eksbuild.4`, `1.9` or an image with such a tag; undefined for anything else. */
export function coreDnsVersion(text: string): Version | undefined {
  const match = /^(?:\S+:)?v?([0-9]{1,4})\.([0-9]{1,4})(?:\.([0-9]{1,4}))?(?:[-+@].*)?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

/** Whether a version is another or later. */
export function atLeast(version: Version, other: Version): boolean {
  const at = version.findIndex((part, place) => part !== other[place]);
  return at < 0 || version[at] > other[at];
}

export function versionText(version: Version): string {
  return version.join('.');
}

/** The minor of `1.29`, `v1.29.4` or `1.29.4-eks-1`; undefined for anything else. */
export function kubernetesMinor(text: string): number | undefined {
  const match = /^v?1\.([0-9]{1,3})(?:\.[0-9]+)?(?:[-+].*)?$/.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
