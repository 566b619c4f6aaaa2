import { list, map, shown } from './json';
import type { Json, Rule } from './rule';
import { integer } from './scale';

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/** The longest literal `sleep` of a command: branches of a script need not add up. */
function sleepOf(command: unknown): number {
  const script = list(command).map((part) => typeof part === 'object' ? '' : String(part)).join(' ');
  return Math.max(0, ...[...script.matchAll(/\bsleep +([0-9]+(?:\.[0-9]+)?)([smhd]?)\b/g)].map((m) => Number(m[1]) * UNITS[m[2] || 's']));
}

/** What is wrong with a preStop hook, and whether the API server refuses it where it validates templates. */
function problem(preStop: Json, grace: number, minor: number): [message: string, refused?: boolean] | undefined {
  const native = map(preStop.sleep).seconds;
  if (native !== undefined && minor < 30) {
    return [`preStop uses sleep, which Kubernetes 1.${minor} drops: the hook is left without a handler and no pod is created`];
  }
  const seconds = typeof native === 'number' ? native : sleepOf(map(preStop.exec).command);
  if (seconds < 0) return [`preStop sleeps ${seconds} seconds, below 0`, true];
  if (seconds < grace) return undefined;
  return [`preStop sleeps ${seconds} seconds of the ${grace} that the pod has to stop: the process is killed without a clean shutdown`,
    typeof native === 'number' && seconds > grace];
}

export const preStopWithinGrace: Rule = {
  id: 'pre-stop-within-grace',
  severity: 'error',
  title: 'a preStop hook ends within terminationGracePeriodSeconds',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go L3369; v1.28.15 pkg/kubelet/kuberuntime/kuberuntime_container.go L737-L743',
  set: (set, report, { minor }) => {
    const grace = integer(set.pod.terminationGracePeriodSeconds) ?? 30;
    if (grace <= 0) return;
    for (const { container, path } of set.containers) {
      const found = problem(map(map(container.lifecycle).preStop), grace, minor);
      if (!found) continue;
      report({
        object: set.object,
        path: [...path, 'lifecycle', 'preStop'],
        message: `container ${shown(container.name)}: ${found[0]}`,
        fix: minor < 30 && found[1] === undefined ? 'write exec: { command: [sleep, "<seconds>"] }, or target Kubernetes 1.30 or later'
          : 'sleep less, or raise terminationGracePeriodSeconds to the sleep plus the seconds that the shutdown takes',
        rejected: found[1] === true && minor >= 34,
      });
    }
  },
};
