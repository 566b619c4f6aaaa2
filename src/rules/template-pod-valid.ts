import { list, map, shown, text } from './json';
import { badLabels, isDnsSubdomain } from './label-syntax';
import { type FieldPath, type Rule, since } from './rule';
import { isBelow } from './template-annotations-valid';

const NAMES = ['priorityClassName', 'runtimeClassName', 'serviceAccountName', 'serviceAccount'];
/** Words of the pod spec, and of each container; an empty one says nothing. */
const WORDS: ReadonlyArray<readonly [field: string, words: readonly string[]]> = [
  ['dnsPolicy', ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None']],
  ['preemptionPolicy', ['PreemptLowerPriority', 'Never']],
];
const CONTAINER_WORDS: ReadonlyArray<readonly [field: string, words: readonly string[]]> = [
  ['imagePullPolicy', ['Always', 'IfNotPresent', 'Never']],
  ['terminationMessagePolicy', ['File', 'FallbackToLogsOnError']],
];
const OPERATORS = ['Exists', 'Equal'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const PROFILES = ['RuntimeDefault', 'Unconfined', 'Localhost'];

/** What no other rule says of the pod: containers, ports, probes, mounts, labels, ids and spreading have rules of their own. */
export const templatePodValid: Rule = {
  id: 'template-pod-valid',
  severity: 'error',
  title: 'names, words and node labels of the pod template are ones that a pod can have',
  source: 'kubernetes v1.28.15 pkg/apis/core/validation/validation.go L3943 (ValidatePodSpec); v1.36.3 pkg/apis/apps/validation/validation.go L214; run of v1.28.15',
  rejected: since(34),
  set: (set, report) => {
    const refused = (path: FieldPath, message: string, fix: string) => report({ object: set.object, path, message: `${message}; the pod cannot be created`, fix });
    const words = (holder: any, at: FieldPath, fields: typeof WORDS) => {
      for (const [field, allowed] of fields) {
        if (text(holder[field]) && !allowed.includes(holder[field])) refused([...at, field], `${field} is ${shown(holder[field])}`, `write ${allowed.join(' or ')}`);
      }
    };
    const { pod } = set;
    for (const { key, problem } of badLabels(pod.nodeSelector)) refused(set.podPath('nodeSelector', key), `nodeSelector: ${problem}`, 'write the label as a node has it');
    for (const field of NAMES) {
      // The old field counts where the new one says nothing.
      if (field === 'serviceAccount' && pod.serviceAccountName) continue;
      if (text(pod[field]) && !isDnsSubdomain(pod[field])) {
        refused(set.podPath(field), `${field} ${shown(pod[field])} is no name of such an object`, 'write lower-case letters, digits, inner hyphens and dots');
      }
    }
    const scheduler = text(pod.schedulerName);
    if (scheduler && !isDnsSubdomain(scheduler)) {
      report({
        object: set.object,
        path: set.podPath('schedulerName'),
        // Nothing checks it: the pod waits for a scheduler of that name.
        severity: 'warning',
        rejected: false,
        message: `schedulerName is ${shown(scheduler)}, which hardly any scheduler is called; the pods stay pending without an event`,
        fix: 'write the name of a scheduler of the cluster, or leave it out',
      });
    }
    words(pod, set.podPath(), WORDS);
    if (pod.dnsPolicy === 'None' && list(map(pod.dnsConfig).nameservers).length === 0) {
      refused(set.podPath('dnsConfig', 'nameservers'), 'dnsPolicy is None and dnsConfig lists no nameservers', 'list the nameservers, or write dnsPolicy: ClusterFirst');
    }
    if (list(pod.ephemeralContainers).length > 0) {
      refused(set.podPath('ephemeralContainers'), 'ephemeralContainers stand in a pod template', 'remove them: kubectl debug adds one to a running pod');
    }
    for (const { container, path } of set.containers) {
      words(container, path, CONTAINER_WORDS);
      profile(map(container.securityContext).seccompProfile, [...path, 'securityContext', 'seccompProfile'], refused);
    }
    words(map(pod.securityContext), set.podPath('securityContext'), [['fsGroupChangePolicy', ['OnRootMismatch', 'Always']]]);
    profile(map(pod.securityContext).seccompProfile, set.podPath('securityContext', 'seccompProfile'), refused);
    list(pod.tolerations).map(map).forEach((toleration, i) => {
      // What is no text has a rule of its own.
      const [operator, value, effect] = ['operator', 'value', 'effect'].map((field) => text(toleration[field]));
      const at = (field: string) => set.podPath('tolerations', i, field);
      if (operator && !OPERATORS.includes(operator)) refused(at('operator'), `operator of a toleration is ${shown(operator)}`, `write ${OPERATORS.join(' or ')}`);
      if (operator === 'Exists' && value) refused(at('value'), `a toleration with operator Exists has the value ${shown(value)}`, 'remove the value, or write operator: Equal');
      if (effect && !EFFECTS.includes(effect)) refused(at('effect'), `effect of a toleration is ${shown(effect)}`, `write ${EFFECTS.join(', ')}, or nothing for all`);
    });
  },
};

function profile(given: unknown, path: FieldPath, refused: (path: FieldPath, message: string, fix: string) => void): void {
  const { type, localhostProfile } = map(given);
  if (given === undefined || given === null) return;
  if (!PROFILES.includes(type)) refused([...path, 'type'], `type of the seccomp profile is ${shown(type)}`, `write ${PROFILES.join(', ')}`);
  else if (type === 'Localhost' && !text(localhostProfile)) refused([...path, 'localhostProfile'], 'a seccomp profile of type Localhost names no file', 'write localhostProfile, relative to the folder of the kubelet');
  else if (type === 'Localhost' && !isBelow(text(localhostProfile) ?? '')) refused([...path, 'localhostProfile'], `localhostProfile is ${shown(localhostProfile)}`, 'write a path relative to the folder of the kubelet, without ".."');
  else if (type !== 'Localhost' && localhostProfile) refused([...path, 'localhostProfile'], `localhostProfile stands beside type ${type}`, 'remove it, or write type: Localhost');
}
