import * as kplus from 'cdk8s-plus-28';
import { Problem } from './problem';
import { wire } from './wire';
import { PLUS_DEFAULTS } from '../rules/rule';

/** Containers that were made with `new kplus.Container()`, and so carry what cdk8s-plus assumes for a web server. */
export function attachedProblems(attached: readonly kplus.Container[]): Problem[] {
  return attached.flatMap((container) => {
    const came = defaultsOf(container);
    return came.length === 0 ? [] : [{
      ruleId: PLUS_DEFAULTS,
      severity: 'warning' as const,
      acknowledgeable: true,
      field: `attachContainer(${JSON.stringify(container.name)})`,
      message: `the container came with the defaults of cdk8s-plus: ${came.join(', ')}; a server that keeps data is killed at such a limit, restarted in its recovery, or cannot write`,
      fix: 'declare it with addContainer() and the same props, which renders what is said and nothing else',
    }];
  });
}

/** What a container has in common with one of which nothing was said: whatever this line of cdk8s-plus assumes. */
function defaultsOf(container: kplus.Container): string[] {
  const given = wire(container._toKube());
  const { image, portNumber } = container;
  const assumed = wire(new kplus.Container({ image, portNumber })._toKube());
  const equal = (part: (json: any) => unknown) => part(assumed) !== undefined && JSON.stringify(part(given)) === JSON.stringify(part(assumed));
  const { cpu, memory } = assumed.resources?.limits ?? {};
  const { failureThreshold = 3, periodSeconds = 10 } = assumed.startupProbe ?? {};
  return [
    ...equal((json) => json.resources) ? [`limits of ${cpu} CPU and ${memory} memory`] : [],
    ...equal((json) => json.imagePullPolicy) ? [`imagePullPolicy ${assumed.imagePullPolicy}`] : [],
    ...equal((json) => json.securityContext?.readOnlyRootFilesystem || undefined) ? ['a read-only root'] : [],
    ...equal((json) => json.startupProbe) ? [`a startup probe on port ${portNumber} that gives up after ${failureThreshold * periodSeconds} seconds`] : [],
  ];
}
