/** A container image that is made of files of this machine. */
export interface Image {
  /** The name under which manifests know it, tag included: `busybox:1.37.0`, `registry.k8s.io/pause:3.9`. */
  readonly name: string;
  /** Programs by their place in the image, each with the file that it is made of; their shared libraries come along. */
  readonly programs: Readonly<Record<string, string>>;
  /**
   * Symbolic links by their place, each with what it points to.
   *
   * @default - none
   */
  readonly links?: Readonly<Record<string, string>>;
  /**
   * Text files by their place.
   *
   * @default - `/etc/passwd`, `/etc/group` and `/etc/nsswitch.conf`
   */
  readonly texts?: Readonly<Record<string, string>>;
  /**
   * Whole folders by their place, each with the folder that is copied.
   *
   * @default - none
   */
  readonly folders?: Readonly<Record<string, string>>;
  /**
   * What runs when a manifest says nothing else.
   *
   * @default - a manifest must say it
   */
  readonly entrypoint?: readonly string[];
  /**
   * User and group, as numbers: `65532:65532`.
   *
   * @default - root
   */
  readonly user?: string;
}

/** Folders that every image has, the writable ones with the mode of /tmp. */
export const EMPTY_FOLDERS: readonly string[] = ['/proc', '/sys', '/dev', '/etc', '/root', '/run', '/var/run', '/bin', '/usr/bin'];
export const WRITABLE_FOLDERS: readonly string[] = ['/tmp', '/data'];

export const DEFAULT_TEXTS: Readonly<Record<string, string>> = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n',
  '/etc/group': 'root:x:0:\nnobody:x:65534:\n',
  '/etc/nsswitch.conf': 'hosts: files dns\n',
};

/** The name with which a runtime keeps the image: manifests may leave out the registry, and the tag `latest`. */
export function qualifiedName(name: string): string {
  const [first, ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const full = hasRegistry ? name : `docker.io/${rest.length > 0 ? name : `library/${name}`}`;
  return /:[^/]+$/.test(full) ? full : `${full}:latest`;
}

/** The configuration of a Linux image with one layer. */
export function imageConfig({ entrypoint, user }: Image, architecture: string, layerDigest: string): object {
  return {
    architecture,
    os: 'linux',
    config: {
      Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
      WorkingDir: '/',
      ...(entrypoint && { Entrypoint: entrypoint }),
      ...(user && { User: user }),
    },
    rootfs: { type: 'layers', diff_ids: [`sha256:${layerDigest}`] },
    history: [{ created_by: 'files of this machine' }],
  };
}
