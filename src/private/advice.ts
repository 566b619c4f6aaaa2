import { Finding } from '../rules/finding';

/** Where a declaration says what a manifest shows. */
interface Advice {
  readonly write: string;
  /** Whether one of the choices acknowledges the finding by itself. */
  readonly accepts?: boolean;
}

const ALLOW = "Disruption.allowOutage('<why>')";
const BLOCK = "Disruption.blockDrains('<why>')";

/** By rule, where the field alone does not tell what to choose. */
const BY_RULE: Readonly<Record<string, Advice>> = {
  'pdb-single-replica': { write: `disruption: ${ALLOW} or ${BLOCK}`, accepts: true },
  'pdb-quorum': { write: `disruption: Disruption.oneAtATime() with three replicas or more, or ${ALLOW}`, accepts: true },
  'pdb-no-protection': { write: `disruption: Disruption.oneAtATime(), or ${ALLOW}`, accepts: true },
  'pdb-never-evictable': { write: `disruption: Disruption.oneAtATime(), or ${BLOCK}`, accepts: true },
  'ordered-ready-bootstrap-deadlock': { write: 'members: bootstrapTogether, and no podManagementPolicy beside it' },
  'publish-not-ready-addresses': { write: 'members: bootstrapTogether, and no headlessService.publishNotReadyAddresses beside it' },
  'readiness-probe-present': { write: 'readiness of addContainer()' },
  'vct-unmounted': { write: 'mount() of the claim' },
};

/** By field of the manifest; the first one that fits. */
const BY_FIELD: ReadonlyArray<readonly [kind: string, path: RegExp, write: string]> = [
  ['StatefulSet', /^metadata\.name$/, 'metadata.name, or the construct id'],
  ['StatefulSet', /^spec\.replicas$/, 'replicas'],
  ['StatefulSet', /^spec\.ordinals/, 'ordinalsStart'],
  ['StatefulSet', /^spec\.serviceName$/, 'headlessService.name'],
  ['StatefulSet', /^spec\.podManagementPolicy$/, 'podManagementPolicy, or members'],
  ['StatefulSet', /^spec\.updateStrategy\.rollingUpdate\.partition/, 'updatePolicy: UpdatePolicy.rolling({ fromOrdinal })'],
  ['StatefulSet', /^spec\.updateStrategy\.rollingUpdate\.maxUnavailable/, 'updatePolicy: UpdatePolicy.rolling({ maxUnavailable })'],
  ['StatefulSet', /^spec\.updateStrategy/, 'updatePolicy'],
  ['StatefulSet', /^spec\.minReadySeconds$/, 'minReady'],
  ['StatefulSet', /^spec\.revisionHistoryLimit$/, 'revisionHistoryLimit'],
  ['StatefulSet', /^spec\.persistentVolumeClaimRetentionPolicy/, 'claimRetention'],
  ['StatefulSet', /^spec\.selector/, 'selector, app or podMetadata.labels'],
  ['StatefulSet', /^spec\.template\.metadata/, 'podMetadata, app or selector'],
  ['StatefulSet', /^spec\.volumeClaimTemplates\[\d+\]\.metadata\.name/, 'the name in claim()'],
  ['StatefulSet', /^spec\.volumeClaimTemplates\[\d+\]\.spec\.resources/, 'storage of claim()'],
  ['StatefulSet', /^spec\.volumeClaimTemplates\[\d+\]\.(?:spec|metadata)\.([a-zA-Z]+)/, '$1 of claim()'],
  ['StatefulSet', /^spec\.template\.spec\.(?:init)?[cC]ontainers\[\d+\]\.(?:volumeMounts|volumeDevices)/, 'mount() or attach() of the claim'],
  ['StatefulSet', /^spec\.template\.spec\.(?:init)?[cC]ontainers\[\d+\]\.(liveness|readiness|startup)Probe/, '$1 of addContainer()'],
  ['StatefulSet', /^spec\.template\.spec\.(?:init)?[cC]ontainers\[\d+\]\.env\b/, 'envVariables of addContainer()'],
  ['StatefulSet', /^spec\.template\.spec\.(?:init)?[cC]ontainers\[\d+\]\.(name|image|ports|command|args|lifecycle|resources|securityContext)/, '$1 of addContainer()'],
  ['StatefulSet', /^spec\.template\.spec\.topologySpreadConstraints/, 'spread'],
  ['StatefulSet', /^spec\.template\.spec\.securityContext/, 'runAs or securityContext'],
  ['StatefulSet', /^spec\.template\.spec\.terminationGracePeriodSeconds$/, 'terminationGracePeriod'],
  ['PodDisruptionBudget', /^spec\.(?:min|max)/, 'disruption'],
  ['PodDisruptionBudget', /^spec\.unhealthyPodEvictionPolicy$/, 'unhealthyPodEviction'],
];

/** What a StatefulWorkload writes about a finding: the prop, and how to accept it; empty where there is nothing to add. */
export function adviceOn(finding: Finding): string {
  const known = BY_RULE[finding.ruleId] ?? byField(finding);
  const parts = known ? [`in the declaration: ${known.write}`] : [];
  if (finding.severity === 'error' && finding.acknowledgeable && !known?.accepts) parts.push(`or accept it: acknowledge('${finding.ruleId}', '<why>')`);
  return parts.map((part) => `; ${part}`).join('');
}

function byField({ kind, path }: Finding): Advice | undefined {
  for (const [of, pattern, write] of BY_FIELD) {
    const found = of === kind ? pattern.exec(path) : null;
    if (found) return { write: write.replace('$1', found[1] ?? '') };
  }
  return undefined;
}
