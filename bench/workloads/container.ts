import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

export const CLIENT_PORT = 5432;
export const METRICS_PORT = 9187;

/** The one container of a workload: two ports, two probes, resources. */
export function container(): kplus.ContainerProps {
  return {
    name: 'db',
    image: 'registry.example/db:1.2.3',
    ports: [{ name: 'db', number: CLIENT_PORT }, { name: 'metrics', number: METRICS_PORT }],
    readiness: kplus.Probe.fromTcpSocket({ port: CLIENT_PORT }),
    liveness: kplus.Probe.fromHttpGet('/healthz', { port: METRICS_PORT }),
    resources: {
      cpu: { request: kplus.Cpu.millis(500), limit: kplus.Cpu.units(1) },
      memory: { request: Size.gibibytes(1), limit: Size.gibibytes(1) },
    },
  };
}
