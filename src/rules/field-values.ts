import { allMisfits, given } from './fields/kinds';
import { NO_NETWORK_SYSCTL } from './fields/stateful-set';
import type { Misfit } from './fields/walk';
import { FieldPath, Rule, since } from './rule';

/** Below a template: no server looks at it before a pod or a claim is made of it. */
const isMetadata = (path: FieldPath) => path[0] === 'spec' && (path[1] === 'template' ? path[2] : path[3]) === 'metadata';

export const fieldValues: Rule = {
  id: 'field-values',
  severity: 'error',
  title: 'fields that no other rule looks at hold values that the API server takes',
  source: 'kubernetes v1.28.15 and v1.36.3 pkg/apis/core/validation/validation.go (ValidatePodSpec, ValidateService), pkg/apis/networking, pkg/apis/autoscaling '
    + 'and pkg/apis/storage/validation/validation.go; '
    + 'v1.28.15 pkg/volume/util/atomic_writer.go (validatePath), v1.30.0 L1156 (AllowNonLocalProjectedTokenPath); '
    + 'run of v1.28.15 and v1.36.3 with each of these fields',
  // Of a set's template and claims; those of other objects are refused by every version.
  rejected: since(34),
  general: true,
  all: (all, report, { minor }) => allMisfits(all, minor, (object, misfit) => {
    const { path, expected, unreadable } = misfit;
    if (unreadable) return;
    const ofPods = object.kind === 'StatefulSet' && path[0] === 'spec';
    report({
      object,
      path,
      rejected: ofPods ? (isMetadata(path) ? false : undefined) : true,
      message: `${given(object, misfit)}; ${ofPods ? outcome(misfit, minor) : `the API server refuses the ${object.kind}`}`,
      fix: `write ${expected}`,
    });
  }),
};

/** Minor versions from which the API server looks at what others refused later before: the kubelet, and the scheduler. */
const NETWORK_SYSCTLS = 31;
const VALUES_OF_NODES = 32;
/** The minor version whose API server looks at the path of a token; the kubelet writes none that leads out of the volume. */
const TOKEN_PATHS = 30;

/** What becomes of the set where a version takes it. */
function outcome({ path, value, expected }: Misfit, minor: number): string {
  if (minor < NETWORK_SYSCTLS && expected === NO_NETWORK_SYSCTL) return 'the kubelet refuses the pod, which is made again and again';
  if (minor < VALUES_OF_NODES && path.includes('nodeAffinity') && path.includes('values')) return 'the scheduler cannot read the term, so the pod stays pending';
  if (minor < TOKEN_PATHS && value !== undefined && path.at(-2) === 'serviceAccountToken' && path.at(-1) === 'path') return 'the kubelet cannot fill the volume, so no container of the pod starts';
  return 'the pod or its claim cannot be created';
}
