import { PAUSE } from '../../images/library';

/** Where one containerd keeps its files. */
export interface ContainerdPlaces {
  /** Reached from everywhere on this machine. */
  readonly socket: string;
  readonly cniFolder: string;
  /** A folder that it makes, and that must not be /opt. */
  readonly optFolder: string;
}

/** Where Debian's containernetworking-plugins puts them. */
export const CNI_PLUGINS = '/usr/lib/cni';

/** `config.toml` of containerd 1.6; its root and state are the usual ones, in the mounts of the node. */
export function containerdConfig({ socket, cniFolder, optFolder }: ContainerdPlaces): string {
  return `version = 2

[grpc]
address = "${socket}"

[plugins."io.containerd.internal.v1.opt"]
path = "${optFolder}"

[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "${PAUSE}"
# Without CAP_SYS_RESOURCE nobody may lower a score.
restrict_oom_score_adj = true
disable_apparmor = true

[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "${CNI_PLUGINS}"
conf_dir = "${cniFolder}"
`;
}
