import { IConstruct } from 'constructs';
import { ClusterContext } from '../cluster-context';
import { DEFAULT_CLUSTER_DOMAIN } from '../identity/names';
import { Target } from '../rules/rule';
import { DEFAULT_MINOR, parseDomain, parseMinor } from '../rules/target';

/** The cluster that a declaration is for, with what is wrong about it. */
export interface Settings {
  readonly target: Target;
  readonly problems: ReadonlyArray<{ readonly field: string; readonly given: string; readonly breaks: string; readonly fix: string }>;
}

const shared = new Map<string, Settings>();

/** Reads props first, then the construct context, then the defaults. */
export function settings(scope: IConstruct, version: string | undefined, domain: string | undefined): Settings {
  const wantedVersion = version ?? scope.node.tryGetContext(ClusterContext.KUBERNETES_VERSION);
  const wantedDomain = domain ?? scope.node.tryGetContext(ClusterContext.CLUSTER_DOMAIN) ?? DEFAULT_CLUSTER_DOMAIN;
  const key = `${typeof wantedVersion} ${wantedVersion} ${typeof wantedDomain} ${wantedDomain}`;
  let known = shared.get(key);
  if (!known) shared.set(key, known = read(wantedVersion, wantedDomain));
  return known;
}

/** One object for equal wishes, so that members can be grouped by their target. */
function read(wantedVersion: unknown, wantedDomain: unknown): Settings {
  const problems = [];
  const minor = wantedVersion === undefined ? DEFAULT_MINOR : parseMinor(wantedVersion);
  if (minor === undefined) {
    problems.push({
      field: 'kubernetesVersion', given: JSON.stringify(wantedVersion), breaks: 'the rules cannot know what that API server accepts', fix: 'write 1.27 or a later 1.x, as text',
    });
  }
  const clusterDomain = parseDomain(wantedDomain);
  if (clusterDomain === undefined) {
    problems.push({
      field: 'clusterDomain', given: JSON.stringify(wantedDomain), breaks: 'no name under it can resolve', fix: 'write the kubelet\'s --cluster-domain, for example cluster.local',
    });
  }
  return { target: { minor: minor ?? DEFAULT_MINOR, clusterDomain: clusterDomain ?? String(wantedDomain) }, problems };
}
