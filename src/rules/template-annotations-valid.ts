import { TOLERATION } from './fields/scheduling';
import { list as listOf } from './fields/shape';
import { misfits } from './fields/walk';
import { list, map, shown, text } from './json';
import { ALWAYS, type Json, type Rule } from './rule';
import type { SetView } from './set-view';

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
const MIRROR = 'kubernetes.io/config.mirror';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const TOLERATIONS_SHAPE = listOf(TOLERATION);
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
/** The minor version whose API server compares AppArmor annotations with fields. */
const APP_ARMOR_FIELDS = 30;
/** The minor version whose API server validates templates. */
const TEMPLATES = 34;

export const templateAnnotationsValid: Rule = {
  id: 'template-annotations-valid',
  severity: 'error',
  title: 'annotations of the pod template that Kubernetes reads name containers that exist, have known values, and say what the fields say',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go (ValidatePodSpecificAnnotations, validateSeccompAnnotationsAndFields); v1.36.3 L194, L5355, L5385',
  rejected: ALWAYS,
  set: (set, report, { minor }) => {
    const annotations = set.spec.template?.metadata?.annotations;
    if (!annotations) return;
    for (const [key, value] of Object.entries(map(annotations))) {
      if (typeof value !== 'string' || !key.includes('kubernetes.io/')) continue;
      const fault = faultOf(set, key, value, minor);
      if (!fault) continue;
      report({
        object: set.object,
        path: ['spec', 'template', 'metadata', 'annotations', key],
        rejected: fault.onlyPods ? minor >= TEMPLATES : undefined,
        message: `annotation ${key} ${fault.message}; ${fault.onlyPods && minor < TEMPLATES ? 'the pod cannot be created' : 'the API server refuses the set'}`,
        fix: fault.fix,
      });
    }
  },
};

interface Fault {
  readonly message: string;
  readonly fix: string;
  /** Whether versions that do not look into templates take the set, and refuse its pods. */
  readonly onlyPods?: boolean;
}

function faultOf(set: SetView, key: string, value: string, minor: number): Fault | undefined {
  if (key === DELETION_COST) {
    // As the server reads it: zeros may lead behind a minus alone.
    const sound = /^(0|[1-9]\d*|-\d+)$/.test(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
    return sound ? undefined : { message: `is ${shown(value)}, no whole number`, fix: 'write a whole number in quotes, or remove it: only a ReplicaSet reads it' };
  }
  if (key.startsWith(APP_ARMOR)) return appArmor(set, key.slice(APP_ARMOR.length), value, minor);
  if (key === MIRROR) return text(set.pod.nodeName) ? undefined : { message: 'stands on a pod without nodeName', fix: 'remove it: the kubelet writes it on pods of its own' };
  if (key === TOLERATIONS) return areTolerations(value, minor) ? undefined : { message: `is ${shown(value)}, no list of tolerations`, fix: 'write the field tolerations instead' };
  if (key !== SECCOMP_POD && !key.startsWith(SECCOMP)) return undefined;
  const file = /^localhost\/(.*)$/.exec(value)?.[1];
  if (file === undefined && !/^(runtime\/default|docker\/default|unconfined)$/.test(value)) return { message: `is ${shown(value)}`, fix: 'write the field seccompProfile instead' };
  if (file !== undefined && !isBelow(file)) return { message: `is ${shown(value)}, whose file is not below the folder of the kubelet`, fix: 'write localhost/ and a relative path without ".."' };
  // Of a container that is not there the server says nothing.
  const seccomp = key === SECCOMP_POD ? map(set.pod.securityContext) : contextOf(set, key.slice(SECCOMP.length));
  if (!seccomp) return undefined;
  return differs(seccomp.seccompProfile, value, ['runtime/default', 'docker/default'])
    ? { message: `says ${shown(value)}, and the field seccompProfile another`, fix: 'remove the annotation: the field says it', onlyPods: true } : undefined;
}

/** Whether a path leads nowhere but below the folder that it is relative to. */
export function isBelow(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..');
}

/** Tolerations were an annotation; the server still reads it. */
function areTolerations(value: string, minor: number): boolean {
  if (value === '') return true;
  let given: unknown;
  try {
    given = JSON.parse(value);
  } catch {
    return false;
  }
  const sound = ({ operator, effect, value: of }: Json) => ['', 'Exists', 'Equal'].includes(operator ?? '') && ['', ...EFFECTS].includes(effect ?? '') && !(operator === 'Exists' && of);
  return misfits(given, TOLERATIONS_SHAPE, minor).length === 0 && list(given).map(map).every(sound);
}

function appArmor(set: SetView, container: string, value: string, minor: number): Fault | undefined {
  if (!named(set, container)) return { message: 'names no container of the template', fix: 'write the name of a container behind the slash, or the field appArmorProfile' };
  if (!/^($|runtime\/default$|unconfined$|localhost\/)/.test(value)) return { message: `is ${shown(value)}`, fix: 'write runtime/default, unconfined or localhost/<profile>' };
  const field = contextOf(set, container)?.appArmorProfile ?? map(set.pod.securityContext).appArmorProfile;
  return minor >= APP_ARMOR_FIELDS && map(set.pod.os).name !== 'windows' && differs(field, value, ['runtime/default'])
    ? { message: `says ${shown(value)}, and the field appArmorProfile another`, fix: 'remove the annotation: the field says it', onlyPods: true } : undefined;
}

/** Whether a profile of a field and the word of an annotation are two. */
function differs(profile: unknown, value: string, ofRuntime: readonly string[]): boolean {
  const { type, localhostProfile } = map(profile);
  switch (type) {
    case 'Unconfined': return value !== 'unconfined';
    case 'RuntimeDefault': return !ofRuntime.includes(value);
    case 'Localhost': return value !== `localhost/${text(localhostProfile)}`;
    default: return false;
  }
}

function named(set: SetView, name: string): Json | undefined {
  return [...set.containers.map(({ container }) => container), ...list(set.pod.ephemeralContainers).map(map)].find((each) => each.name === name);
}

function contextOf(set: SetView, name: string): Json | undefined {
  const found = named(set, name);
  return found && map(found.securityContext);
}
