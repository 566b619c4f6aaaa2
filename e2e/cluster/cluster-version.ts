import { Option } from 'commander';
import { ClusterState } from './cluster-state';
import { CLUSTER_VERSIONS, ClusterVersion } from '../build/programs';

/** The option by which a cluster of another version is asked for. */
export function kubernetesOption(): Option {
  return new Option('--kubernetes <version>', `version of Kubernetes for a cluster that is started (default: ${CLUSTER_VERSIONS[0]})`).choices(CLUSTER_VERSIONS);
}

/**
 * The version to start, or the one that runs.
 *
 * @param asked as the option says it
 * @throws if another one runs: it is not ended for that, since somebody may use it
 */
export function versionOf(asked: ClusterVersion | undefined, there: ClusterState | undefined): ClusterVersion {
  if (there && asked !== undefined && there.version !== asked) {
    throw new Error(`a cluster of Kubernetes ${there.versions.kubernetes} runs already, and ${asked} is asked for: end it by npm run e2e:down, or leave out --kubernetes`);
  }
  return there?.version ?? asked ?? CLUSTER_VERSIONS[0];
}
