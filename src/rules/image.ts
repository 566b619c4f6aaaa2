/** The parts of an image reference; each empty when not written. */
export interface ImageName {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** Reads `[registry/]repository[:tag][@digest]`; a first part is a registry if it has a dot or colon or is `localhost`. */
export function parseImage(image: string): ImageName {
  const [name, digest = ''] = image.trim().split('@');
  const parts = name.split('/');
  const registry = parts.length > 1 && (/[.:]/.test(parts[0]) || parts[0] === 'localhost') ? parts.shift() ?? '' : '';
  const [last, tag = ''] = (parts.pop() ?? '').split(':');
  return { registry, repository: [...parts, last].join('/'), tag, digest };
}
