import { isGone } from './api-error';

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: any };
  readonly [field: string]: any;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The URL paths of objects, learned from the server's own discovery, once for an API version. */
export class ResourcePaths {
  private readonly known = new Map<string, Promise<readonly Resource[]>>();

  public constructor(private readonly get: (path: string) => Promise<{ resources: Resource[] }>) {}

  /** Where objects of a kind are created. */
  public async collection({ apiVersion, kind, metadata }: KubernetesObject): Promise<string> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = (await this.resources(root)).find((each) => each.kind === kind && !each.name.includes('/'));
    // The words of kubectl.
    if (!resource) throw new Error(`no matches for kind "${kind}" in version "${apiVersion}"`);
    return resource.namespaced ? `${root}/namespaces/${metadata.namespace ?? 'default'}/${resource.name}` : `${root}/${resource.name}`;
  }

  /** Where one object is. */
  public async one(object: KubernetesObject): Promise<string> {
    return `${await this.collection(object)}/${encodeURIComponent(object.metadata.name)}`;
  }

  private resources(root: string): Promise<readonly Resource[]> {
    const found = this.known.get(root) ?? this.get(root).then(({ resources }) => resources, noneIfGone);
    this.known.set(root, found);
    return found;
  }
}

/** A version that the server does not have has no resources; any other error stays one. */
function noneIfGone(error: Error): readonly Resource[] {
  if (isGone(error)) return [];
  throw error;
}
