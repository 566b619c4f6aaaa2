import { installPackages } from './debian-packages';
import { missingPackages, obstacles, refusal, THIS_MACHINE } from './requirements';
import { goBinary } from '../build/go-binary';
import { ClusterVersion, ETCD, kubectl, kubernetes, KubernetesCommand } from '../build/programs';
import { imageArchive } from '../images/archive';
import { baseImages } from '../images/library';

const COMMANDS: readonly KubernetesCommand[] = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy', 'kubelet'];

/**
 * Gets everything that a cluster is made of, while there is a way to the outside: programs of Debian, those that are
 * built, and images.
 *
 * @throws one error with all that this machine lacks
 */
export function prepare(version: ClusterVersion): void {
  const problems = obstacles(THIS_MACHINE);
  if (problems.length > 0) throw new Error(refusal(problems));
  installPackages(missingPackages(THIS_MACHINE));
  for (const program of [ETCD, ...COMMANDS.map((command) => kubernetes(command, version)), kubectl(version)]) goBinary(program);
  for (const image of baseImages(version)) imageArchive(image);
}
