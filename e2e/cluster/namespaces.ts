/** Where the controllers of cgroup v1 are, each with a tree of its own. */
export const CGROUPS = '/sys/fs/cgroup';

/** A line of shell that moves its process into a group of the name $1 of every controller. */
const OWN_GROUP = `for controller in ${CGROUPS}/*/; do
  group=$controller$1
  mkdir "$group" 2>/dev/null || continue
  # A new group of cpuset has no processor, and takes no process.
  for file in cpuset.cpus cpuset.mems; do [ ! -e "$group/$file" ] || cat "$controller$file" >"$group/$file"; done
  echo $$ >"$group/cgroup.procs"
done`;

/** Shows that group as the root of every tree, so that whatever is made in it is below the group. */
const GROUP_AS_ROOT = `for controller in ${CGROUPS}/*/; do
  [ ! -d "$controller$1" ] || mount --bind "$controller$1" "$controller"
done`;

/** Everything in the new namespaces ends when their first process does, and that one ends with `unshare`. */
const UNSHARE = 'unshare --net --mount --pid --cgroup --fork --kill-child --mount-proc --propagation private';

/** The first process of a namespace has to take care of those that have lost their parent. */
const FIRST = `${GROUP_AS_ROOT}
shift
"$@" &
while kill -0 $! 2>/dev/null; do wait; done`;

/**
 * The arguments of `sh` for a program in network, mount, process and cgroup namespaces of its own, none of which has a
 * way out.
 *
 * @param cgroup name of the group for all its processes, and those of its pods
 */
export function inOwnNamespaces(cgroup: string, program: readonly string[]): string[] {
  return ['-c', `set -e\n${OWN_GROUP}\nexec ${UNSHARE} -- sh -c '${FIRST}' first "$@"`, 'namespaces', cgroup, ...program];
}
