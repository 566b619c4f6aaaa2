import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CLIENT_PORT, METRICS_PORT, container } from './container';
import { measure } from './measure';

const PORTS = [
  { name: 'db', port: CLIENT_PORT, targetPort: CLIENT_PORT, protocol: kplus.Protocol.TCP },
  { name: 'metrics', port: METRICS_PORT, targetPort: METRICS_PORT, protocol: kplus.Protocol.TCP },
];

/** The same objects by hand, with the same fields: what cdk8s-plus has no prop for is patched in. */
measure((chart: Chart, name: string) => {
  const app = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name };
  const labels = { ...app, 'app.kubernetes.io/managed-by': 'cdk8s' };
  const service = new kplus.Service(chart, `${name}-headless`, { metadata: { name, labels }, clusterIP: 'None', ports: PORTS });
  const set = new kplus.StatefulSet(chart, name, {
    metadata: { name, labels },
    podMetadata: { labels: { ...app } },
    service,
    replicas: 3,
    containers: [{
      ...container(),
      securityContext: { capabilities: { drop: [kplus.Capability.ALL] } },
      envVariables: {
        POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
        POD_ORDINAL: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_LABEL, { key: 'apps.kubernetes.io/pod-index' }),
      },
    }],
    securityContext: { fsGroup: 1000, fsGroupChangePolicy: kplus.FsGroupChangePolicy.ON_ROOT_MISMATCH },
  });
  const { matchLabels } = set;
  const spread = (topologyKey: string) => ({ topologyKey, maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels } });
  ApiObject.of(set).addJsonPatch(
    JsonPatch.add('/spec/template/spec/topologySpreadConstraints', [spread('kubernetes.io/hostname'), spread('topology.kubernetes.io/zone')]),
    JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
    JsonPatch.add('/spec/template/spec/containers/0/volumeMounts', [{ name: 'data', mountPath: '/var/lib/db' }]),
    JsonPatch.add('/spec/volumeClaimTemplates', [{
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        volumeMode: 'Filesystem',
        // A plain string would be rendered as null.
        resources: { requests: { storage: kplus.k8s.Quantity.fromString('10Gi') } },
      },
    }]),
  );
  new kplus.k8s.KubePodDisruptionBudget(chart, `${name}-budget`, {
    metadata: { name, labels },
    spec: {
      maxUnavailable: kplus.k8s.IntOrString.fromNumber(1),
      selector: { matchLabels },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
  new kplus.Service(chart, `${name}-client`, { metadata: { name: `${name}-client`, labels }, selector: set, ports: PORTS });
});
