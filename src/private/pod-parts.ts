import * as kplus from 'cdk8s-plus-28';
import { ClaimTemplate } from '../claim-template';
import { Problem } from './problem';

/** What a pod is put together from. */
export interface PodParts {
  readonly containers: readonly kplus.Container[];
  readonly initContainers: readonly kplus.Container[];
  /** Volumes that were added to the pod itself. */
  readonly volumes: readonly kplus.Volume[];
  readonly claims: readonly ClaimTemplate[];
  /** Containers that fields were set on. */
  readonly extended: readonly kplus.Container[];
}

/** What cannot be put together, most of which cdk8s-plus would refuse in the middle of a rendering. */
export function podProblems(parts: PodParts): Problem[] {
  const none = parts.containers.length > 0 ? [] : [{
    ruleId: 'container-present',
    field: 'addContainer',
    message: 'no container is declared: no pod can be created from the template, and before 1.34 the API server accepts the set all the same',
    fix: 'call addContainer() with an image, or give containers',
  }];
  return [...none, ...strangers(parts), ...clashes(parts)];
}

/** Claims and containers of other workloads: their volume would come out as an empty directory, or not at all. */
function strangers({ containers, initContainers, claims, extended }: PodParts): Problem[] {
  const own = new Set([...containers, ...initContainers]);
  const known = new Set(claims.map((claim) => claim.asVolume()));
  const mounted = [...own].flatMap((c) => c.mounts).map((mount) => mount.volume).filter((v) => ClaimTemplate._isPlaceholder(v) && !known.has(v));
  const others = [...claims.flatMap((claim) => claim._attached), ...extended].filter((c) => !own.has(c));
  const problem = (message: string): Problem => ({ field: 'spec.template.spec', message, fix: 'use claims and containers of the same workload' });
  return [
    ...mounted.map((volume) => problem(`a container mounts the claim ${JSON.stringify(volume.name)} of another workload: each pod would get an empty directory in its place`)),
    ...others.map((c) => problem(`container ${JSON.stringify(c.name)} is not one of this workload: nothing would be rendered`)),
  ];
}

/** Two volumes of one name. */
function clashes({ containers, initContainers, volumes, claims }: PodParts): Problem[] {
  const own = new Set(claims.map((claim) => claim.asVolume()));
  const named = new Map([...own].map((volume) => [volume.name, volume]));
  const clashing = new Map<string, Problem>();
  const mounted = [...containers, ...initContainers].flatMap((c) => c.mounts).map((mount) => mount.volume);
  for (const volume of [...volumes, ...mounted]) {
    const known = named.get(volume.name) ?? volume;
    named.set(volume.name, known);
    // The claim of another workload is reported as a stranger.
    if (known === volume || (ClaimTemplate._isPlaceholder(volume) && !own.has(volume))) continue;
    clashing.set(volume.name, clash(volume.name, own.has(known)));
  }
  return [...clashing.values()];
}

function clash(name: string, withClaim: boolean): Problem {
  const given = JSON.stringify(name);
  return withClaim ? {
    ruleId: 'vct-shadows-volume',
    field: `claim(${given})`,
    message: `a volume of the pod is called ${given} as well: the controller puts the claim in its place, so what the volume holds never reaches a container`,
    fix: 'rename the volume, or the claim before the first apply',
  } : {
    ruleId: 'volume-name-unique',
    field: `volume ${given}`,
    message: `two volumes are called ${given}: the pod cannot be created`,
    fix: 'rename one of them, or use the same object for both mounts',
  };
}
