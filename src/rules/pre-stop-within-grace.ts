import { list, map, shown } from './json';
import type { Json, Rule } from './rule';
import { integer } from './scale';

/** The minor version whose API server takes a sleep of 0 seconds (gate PodLifecycleSleepActionAllowZero). */
const ZERO = 33;
const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/** The longest literal `sleep` of a command: branches of a script need not add up. */
function sleepOf(command: unknown): number {
  const script = list(command).map((part) => typeof part === 'object' ? '' : String(part)).join(' ');
  return Math.max(0, ...[...script.matchAll(/\bsleep +([0-9]+(?:\.[0-9]+)?)([smhd]?)\b/g)].map((m) => Number(m[1]) * UNITS[m[2] || 's']));
}

/** The seconds of a `sleep` handler: none are 0. */
function nativeSleep({ sleep }: Json): unknown {
  return (sleep ?? undefined) === undefined ? undefined : map(sleep).seconds ?? 0;
}

/** What is wrong with a preStop hook, and whether the API server refuses it where it validates templates. */
function problem(preStop: Json, grace: number, minor: number): [message: string, refused?: boolean] | undefined {
  const besides = ['exec', 'httpGet', 'tcpSocket'].some((handler) => (preStop[handler] ?? undefined) !== undefined);
  const native = minor < 30 && besides ? undefined : nativeSleep(preStop);
  if (native !== undefined && minor < 30) {
    return [`preStop uses sleep, which Kubernetes 1.${minor} drops: the hook is left without a handler and no pod is created`];
  }
  const seconds = typeof native === 'number' ? native : sleepOf(map(preStop.exec).command);
  if (native === 0 && minor < ZERO) return [`preStop sleeps 0 seconds, which Kubernetes 1.${minor} refuses`];
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
    for (const { container, path } of set.containers) {
      const preStop = map(map(container.lifecycle).preStop);
      // Without any grace a rule of its own speaks, except of what the server refuses.
      const native = nativeSleep(preStop);
      if (grace <= 0 && (native === undefined || native === grace)) continue;
      const found = problem(preStop, grace, minor);
      if (!found) continue;
      report({
        object: set.object,
        path: [...path, 'lifecycle', 'preStop'],
        message: `container ${shown(container.name)}: ${found[0]}`,
        fix: minor < 30 && found[1] === undefined ? 'write exec: { command: [sleep, "<seconds>"] }, or target Kubernetes 1.30 or later'
          : found[1] === undefined ? 'sleep a second, or remove the hook'
            : 'sleep less, or raise terminationGracePeriodSeconds to the sleep plus the seconds that the shutdown takes',
        rejected: found[1] === true && minor >= 34,
      });
    }
  },
};
