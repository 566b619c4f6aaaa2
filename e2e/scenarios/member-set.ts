import { Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { StatefulWorkload, StatefulWorkloadProps } from '../../src';
import { BUSYBOX } from '../images/library';

/** The port on which each member says its name. */
export const PORT = 8080;
/** Where its volume is. */
export const DATA = '/data';
export const SET = 'member';

/** Writes into its volume who it is, if nobody has yet, then says its name to everybody, until it is asked to end. */
const MEMBER = `trap 'exit 0' TERM
[ -e ${DATA}/born ] || echo "$POD_NAME" > ${DATA}/born
cd /tmp && echo "$POD_NAME" > index.html
httpd -p ${PORT}
while :; do sleep 1 & wait $!; done`;

export interface MemberOptions extends StatefulWorkloadProps {
  /**
   * A line of shell.
   *
   * @default - it says its name on `PORT`
   */
  readonly script?: string;
  /**
   * Whether each member has a claim, `data`.
   *
   * @default true
   */
  readonly claim?: boolean;
}

/** A set of small members, as this library renders it, with its defaults. */
export function memberSet(chart: Chart, { script = MEMBER, claim = true, ...props }: MemberOptions = {}): StatefulWorkload {
  const workload = new StatefulWorkload(chart, SET, { replicas: 3, runAs: 1000, ...props });
  const container = workload.addContainer({
    name: 'member',
    image: BUSYBOX,
    command: ['sh', '-c', claim ? script : script.replace(/^\[ -e .*\n/m, '')],
    ports: [{ name: 'http', number: PORT }],
    readiness: kplus.Probe.fromTcpSocket({ port: PORT, periodSeconds: Duration.seconds(1) }),
    resources: { cpu: { request: kplus.Cpu.millis(10) }, memory: { request: Size.mebibytes(16) } },
  });
  if (claim) container.mount(DATA, workload.claim('data', { storage: Size.gibibytes(1) }));
  return workload;
}
