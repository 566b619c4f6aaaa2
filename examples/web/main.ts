import { ApiObject, App, Chart, ChartProps, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { StatefulWorkload, UpdatePolicy } from 'cdk8s-stateful';

const PAGES = '/usr/share/nginx/html';
const PORT = 8080;

/** A web server that answers on the port `http`, the same for both charts. */
const NGINX: kplus.ContainerProps = {
  name: 'nginx',
  image: 'nginxinc/nginx-unprivileged:1.29',
  imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
  ports: [{ name: 'http', number: PORT }],
  readiness: kplus.Probe.fromTcpSocket({ port: PORT, periodSeconds: Duration.seconds(2) }),
  resources: { cpu: { request: kplus.Cpu.millis(50) }, memory: { request: Size.mebibytes(32) } },
};

export interface WebChartProps extends ChartProps {
  /**
   * Which pods get a changed template, and when.
   *
   * @default - all, from the highest ordinal down
   */
  readonly updatePolicy?: UpdatePolicy;
  /** A value of the pod template: a new one is an update. */
  readonly release?: string;
}

/** Three web servers, each with a name and pages of its own. */
export class WebChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string, { updatePolicy, release = '1', ...props }: WebChartProps = {}) {
    super(scope, id, { namespace: 'web', ...props });
    const workload = this.workload = new StatefulWorkload(this, 'web', {
      replicas: 3,
      updatePolicy,
      podMetadata: { annotations: { release } },
      runAs: 101,
    });
    workload.addContainer(NGINX).mount(PAGES, workload.claim('www', { storage: Size.gibibytes(1) }));
    workload.addClientService({ ports: ['http'] });
  }
}

/** The same server where it has no identity: names at random, no order, and one claim for all pods. */
export class DeploymentChart extends Chart {
  public constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, { namespace: 'web', ...props });
    const deployment = new kplus.Deployment(this, 'web-deployment', {
      metadata: { name: 'web-deployment' },
      replicas: 3,
      securityContext: { ensureNonRoot: true, user: 101, group: 101, fsGroup: 101 },
    });
    // Some versions of cdk8s-plus write the API server's defaults, others leave them out.
    ApiObject.of(deployment).addJsonPatch(
      JsonPatch.add('/spec/revisionHistoryLimit', 10),
      JsonPatch.add('/spec/template/spec/shareProcessNamespace', false),
    );
    const container = deployment.addContainer({
      ...NGINX,
      // What a StatefulWorkload has by itself.
      securityContext: {
        user: 101,
        group: 101,
        readOnlyRootFilesystem: false,
        capabilities: { drop: [kplus.Capability.ALL] },
        seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
      },
    });
    const claim = new kplus.PersistentVolumeClaim(this, 'Shared', {
      metadata: { name: 'www-shared' },
      accessModes: [kplus.PersistentVolumeAccessMode.READ_WRITE_MANY],
      storage: Size.gibibytes(1),
    });
    container.mount(PAGES, kplus.Volume.fromPersistentVolumeClaim(this, 'Pages', claim, { name: 'www' }));
  }
}

if (require.main === module) {
  const app = new App();
  new WebChart(app, 'web');
  new DeploymentChart(app, 'deployment');
  app.synth();
}
