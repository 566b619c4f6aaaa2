/** Folders that a kubelet and a containerd use under fixed names, and that nodes of one machine must not share. */
const OWN = ['var/lib/kubelet', 'var/lib/containerd', 'var/lib/cni', 'var/log/pods', 'var/log/containers'];

/**
 * A line of shell that gives its process the mounts of a node, and then becomes the program of its arguments.
 *
 * $1 is the folder of the node, $2 that of its pods' logs. What is above the folders is empty and in memory, so that
 * nothing is made in those of the machine. Mounts of pods must propagate to containerd, and to no other node.
 */
export const OWN_MOUNTS = `set -e
node=$1 logs=$2
shift 2
mount --make-rprivate /
for above in /run /var/lib /var/log; do mount -t tmpfs -o mode=755 node "$above"; done
mkdir -p "$logs" "$node/var/log" && ln -sfn "$logs" "$node/var/log/pods"
for place in ${OWN.join(' ')}; do
  mkdir -p "$node/$place" "/$place"
  mount --bind "$node/$place" "/$place"
done
mount --make-rshared /
exec "$@"`;
