import { map, shown } from './json';
import { isPortName, isPortNumber, portNames } from './ports';
import { HANDLERS, ProbeView, probesOf } from './probes';
import { Rule, since } from './rule';

const NUMBERS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'failureThreshold', 'successThreshold'];

interface Flaw {
  readonly at: readonly string[];
  readonly message: string;
  readonly fix: string;
}

/** The minor version whose API server keeps `restartPolicy` of an init container. */
const SIDECARS = 29;

export const probeFieldsValid: Rule = {
  id: 'probe-fields-valid',
  severity: 'error',
  title: 'a probe has one handler with a port and no negative number, and stands on no plain init container',
  source: 'kubernetes v1.36.3 pkg/apis/core/validation/validation.go (validateProbe, validateInitContainers)',
  rejected: since(34),
  set: (set, report, { minor }) => {
    for (const holder of set.containers) {
      for (const view of probesOf(holder)) {
        const flaws = holder.init && !(holder.sidecar && minor >= SIDECARS)
          ? [{ at: [], message: 'stands on an init container', fix: 'remove it, or make the container a sidecar with restartPolicy: Always, on Kubernetes 1.29 or later' }]
          : [...handlerFlaws(view, portNames(holder.container)), ...numberFlaws(view)];
        for (const { at, message, fix } of flaws) {
          report({
            object: set.object,
            path: [...view.path, ...at],
            message: `${view.kind} of container ${shown(holder.container.name)} ${message}; the pod cannot be created`,
            fix,
          });
        }
      }
    }
  },
};

/** @param names of the ports of the container, good and bad: another rule tells of bad ones */
function handlerFlaws({ probe }: ProbeView, names: readonly string[]): Flaw[] {
  const given = HANDLERS.filter((name) => probe[name] !== undefined && probe[name] !== null);
  if (given.length !== 1) {
    return [{ at: [], message: `has ${given.length === 0 ? 'no handler' : `the handlers ${given.join(' and ')}`}`, fix: `write exactly one of ${HANDLERS.join(', ')}` }];
  }
  const [name] = given;
  const { port } = map(probe[name]);
  // Whether the container has the port is for another rule; text without a letter is a number in quotes.
  const sound = name === 'exec' || isPortNumber(port) || (name !== 'grpc' && typeof port === 'string' && (isPortName(port) || (names.includes(port) && /[A-Za-z]/.test(port))));
  return sound ? [] : [{
    at: [name, 'port'],
    message: `has the port ${shown(port)}`,
    fix: name === 'grpc' ? 'write the number of the port' : 'write the number of the port without quotes, or its name',
  }];
}

/** Zero stands for the default in all of these. */
function numberFlaws({ kind, probe }: ProbeView): Flaw[] {
  return NUMBERS
    .filter((field) => field !== 'successThreshold' || kind === 'readinessProbe')
    .filter((field) => probe[field] !== undefined && probe[field] !== null && !(Number.isInteger(probe[field]) && probe[field] >= 0))
    .map((field) => ({ at: [field], message: `has ${field} ${shown(probe[field])}`, fix: `write a whole number of ${field === 'initialDelaySeconds' ? 0 : 1} or more` }));
}
