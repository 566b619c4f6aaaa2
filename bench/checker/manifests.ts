import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';

const FOLDER = join(resolve(__dirname, '..', '..'), 'node_modules', '.cache', 'bench-checker');

/** How workloads of one file differ: by their name alone, as a template renders them, or in what they run too. */
export const SHAPES = ['template', 'varied'] as const;
export type Shape = typeof SHAPES[number];

/** Path of a file with so many workloads of four objects each, as hardened charts render them. */
export function manifestFile(count: number, shape: Shape): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${shape}-${count}.yaml`);
  writeFileSync(file, Array.from({ length: count }, (_, i) => workload(`db-${i}`, shape === 'varied' ? i : 0)).join('---\n'));
  return file;
}

function workload(name: string, variety: number): string {
  const labels = (indent: string) => ['instance', 'name'].map((key) => `${indent}app.kubernetes.io/${key}: ${name}\n`).join('');
  const metadata = (suffix = '') => `metadata:\n  labels:\n${labels('    ')}  name: ${name}${suffix}\n  namespace: prod\n`;
  const port = 2000 + variety % 50_000;
  const probe = (kind: string, path: string) => `          ${kind}:
            failureThreshold: 3
            httpGet:
              path: ${path}
              port: peer
              scheme: HTTP
            periodSeconds: ${5 + variety % 7}
`;
  return `apiVersion: v1
kind: Service
${metadata()}spec:
  clusterIP: None
  ports:
    - name: peer
      port: ${port}
      protocol: TCP
      targetPort: peer
  publishNotReadyAddresses: true
  selector:
${labels('    ')}  type: ClusterIP
---
apiVersion: v1
kind: Service
${metadata('-client')}spec:
  ports:
    - name: peer
      port: ${port}
      protocol: TCP
      targetPort: peer
  selector:
${labels('    ')}  type: ClusterIP
---
apiVersion: apps/v1
kind: StatefulSet
${metadata()}spec:
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: Retain
    whenScaled: Retain
  podManagementPolicy: OrderedReady
  replicas: 3
  revisionHistoryLimit: 10
  selector:
    matchLabels:
${labels('      ')}  serviceName: ${name}
  template:
    metadata:
      labels:
${labels('        ')}    spec:
      automountServiceAccountToken: false
      containers:
        - args:
            - --name=$(POD_NAME)
            - --peers=${[0, 1, 2].map((ordinal) => `${name}-${ordinal}.${name}.prod.svc.cluster.local:${port}`).join(',')}
          env:
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          image: example.org/team-${variety}/db:1.2.${variety}
          imagePullPolicy: IfNotPresent
${probe('livenessProbe', '/livez')}          name: db
          ports:
            - containerPort: ${port}
              name: peer
              protocol: TCP
${probe('readinessProbe', '/readyz')}          resources:
            limits:
              memory: 1Gi
            requests:
              cpu: 250m
              memory: 1Gi
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop:
                - ALL
            readOnlyRootFilesystem: true
          volumeMounts:
            - mountPath: /data
              name: data
      securityContext:
        fsGroup: 10001
        fsGroupChangePolicy: OnRootMismatch
        runAsGroup: 10001
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile:
          type: RuntimeDefault
      terminationGracePeriodSeconds: 30
      topologySpreadConstraints:
        - labelSelector:
            matchLabels:
${labels('              ')}          maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
  updateStrategy:
    rollingUpdate:
      partition: 0
    type: RollingUpdate
  volumeClaimTemplates:
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
      spec:
        accessModes:
          - ReadWriteOnce
        resources:
          requests:
            storage: 10Gi
---
apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata()}spec:
  maxUnavailable: 1
  selector:
    matchLabels:
${labels('      ')}  unhealthyPodEvictionPolicy: AlwaysAllow
`;
}
