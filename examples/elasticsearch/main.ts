import { App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Members, StatefulWorkload } from 'cdk8s-stateful';

const HOME = '/usr/share/elasticsearch';

/** Three master-eligible Elasticsearch nodes that form one cluster, whatever address each of them has. */
export class ElasticsearchChart extends Chart {
  public readonly workload: StatefulWorkload;

  public constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'elasticsearch' });
    const workload = this.workload = new StatefulWorkload(this, 'es', {
      replicas: 3,
      members: Members.quorum({ bootstrapTogether: true, bootstrapSize: 3 }),
      runAs: 1000,
      terminationGracePeriod: Duration.minutes(3),
    });
    const { identity } = workload;

    // ${POD_NAME} is filled in by Elasticsearch; lists are JSON, which is YAML.
    const config = kplus.Volume.fromConfigMap(this, 'ConfigVolume', new kplus.ConfigMap(this, 'Config', {
      metadata: { name: 'es-config' },
      data: {
        'elasticsearch.yml': [
          'cluster.name: es',
          `node.name: ${identity.selfShell('{name}')}`,
          'network.host: 0.0.0.0',
          `network.publish_host: ${identity.selfShell('{fqdn}')}`,
          'http.port: 9200',
          'transport.port: 9300',
          `discovery.seed_hosts: ${identity.peersJson('{fqdn}:9300')}`,
          // Node names, all three: a list of pod 0 alone founds a second cluster on the day its disk is lost.
          `cluster.initial_master_nodes: ${identity.peersJson('{name}')}`,
          // Open while the node is a member of a cluster that has a master.
          'readiness.port: 8080',
          // Mapped memory needs vm.max_map_count raised on every node.
          'node.store.allow_mmap: false',
          'xpack.security.enabled: false',
          '',
        ].join('\n'),
      },
    }), { name: 'config' });

    const transport = { port: 9300, periodSeconds: Duration.seconds(10), timeoutSeconds: Duration.seconds(3) };
    const es = workload.addContainer({
      name: 'elasticsearch',
      image: 'docker.elastic.co/elasticsearch/elasticsearch:9.2.0',
      ports: [{ name: 'http', number: 9200 }, { name: 'transport', number: 9300 }, { name: 'readiness', number: 8080 }],
      startup: kplus.Probe.fromTcpSocket({ ...transport, failureThreshold: 60 }),
      liveness: kplus.Probe.fromTcpSocket({ ...transport, failureThreshold: 6 }),
      readiness: kplus.Probe.fromTcpSocket({ ...transport, port: 8080, failureThreshold: 3 }),
      // The heap is half of the limit.
      resources: { cpu: { request: kplus.Cpu.millis(500) }, memory: { request: Size.gibibytes(2), limit: Size.gibibytes(2) } },
    });
    es.mount(`${HOME}/config/elasticsearch.yml`, config, { subPath: 'elasticsearch.yml', readOnly: true });
    es.mount(`${HOME}/data`, workload.claim('data', { storage: Size.gibibytes(30) }));

    workload.addClientService({ ports: ['http'] });
  }
}

if (require.main === module) {
  const app = new App();
  new ElasticsearchChart(app, 'elasticsearch');
  app.synth();
}
