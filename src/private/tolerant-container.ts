import * as kplus from 'cdk8s-plus-28';
import { Problem } from './problem';

type Built = { readonly container: kplus.Container; readonly said: kplus.ContainerProps; readonly problems: Problem[] };

/** What cdk8s-plus refuses in a container: which part it is, why, and what to write. */
interface Refused {
  readonly text: RegExp;
  readonly part: (found: RegExpExecArray) => string;
  readonly message: (found: RegExpExecArray) => string;
  readonly fix: string;
  readonly without: (props: kplus.ContainerProps, found: RegExpExecArray) => kplus.ContainerProps;
}

const REFUSED: readonly Refused[] = [
  {
    text: /^Init containers must not have a (readiness|liveness|startup) probe/,
    part: ([, probe]) => probe,
    message: ([, probe]) => `an init container with a ${probe} probe: it runs to its end before the others start, and the API server refuses a probe on it`,
    fix: 'leave the probe out, or make a sidecar of it with restartPolicy: ContainerRestartPolicy.ALWAYS',
    without: (props, [, probe]) => ({ ...props, [probe]: undefined }),
  },
  {
    text: /^Port with name (\S+) already exists/,
    part: () => 'ports',
    message: ([, name]) => `two ports are called ${JSON.stringify(name)}: the API server refuses the pod`,
    fix: 'give each port a name of its own, also where the protocols differ',
    without: (props, [, name]) => onlyFirst(props, (port) => port.name === name),
  },
  {
    text: /^Port with number (\d+) and protocol (\w+) already exists/,
    part: () => 'ports',
    message: ([, number, protocol]) => `port ${number} (${protocol}) is declared twice: only one of the names would lead to it`,
    fix: 'declare each number once for each protocol; portNumber is a port as well',
    without: (props, [, number, protocol]) =>
      onlyFirst(props, (port) => String(port.number) === number && (port.protocol ?? kplus.Protocol.TCP) === protocol),
  },
];

/**
 * Builds a container of cdk8s-plus. What that refuses comes back as problems, with a container that lacks the part, so
 * that the code of its author goes on and everything else is judged too.
 *
 * @param call the method that was called
 * @param props as declared
 * @param build adds the container and returns it
 */
export function tolerantly(call: string, props: kplus.ContainerProps, build: (props: kplus.ContainerProps) => kplus.Container): Built {
  const problems: Problem[] = [];
  let said = props;
  let last = '';
  for (;;) {
    try {
      return { container: build(said), said, problems };
    } catch (e) {
      const { message } = e as Error;
      const field = props.name === undefined ? call : `${call}(${JSON.stringify(props.name)})`;
      const known = REFUSED.find(({ text }) => text.test(message));
      if (!known || message === last) {
        problems.push({ field, message: `cdk8s-plus refuses the container: ${message}`, fix: 'correct what the message names' });
        return { ...bare(props, build), problems };
      }
      const found = known.text.exec(message)!;
      problems.push({ field: `${field}.${known.part(found)}`, message: known.message(found), fix: known.fix });
      said = known.without(said, found);
      last = message;
    }
  }
}

/** The container with nothing that could be refused. */
function bare({ name, image }: kplus.ContainerProps, build: (props: kplus.ContainerProps) => kplus.Container): Omit<Built, 'problems'> {
  const said = { name, image };
  return { container: build(said), said };
}

/** Without the ports that come after the first one of their kind; `portNumber` comes before all others. */
function onlyFirst(props: kplus.ContainerProps, same: (port: kplus.ContainerPort) => boolean): kplus.ContainerProps {
  const { ports = [], port: former, portNumber = former } = props;
  let seen = portNumber !== undefined && same({ number: portNumber });
  return { ...props, ports: ports.filter((port) => !same(port) || (!seen && (seen = true))) };
}

/** cdk8s-plus limits an undeclared container to 1.5 CPU and 2 GiB: a database then dies of its cache. */
export function withoutLimits(cont: kplus.ContainerProps): kplus.ContainerProps {
  return { ...cont, resources: cont.resources ?? {} };
}
