/** A set without any finding but those that a test asks for, as text; `lines` of the StatefulSet's spec may be replaced. */
export function manifest(changes: Readonly<Record<string, string>> = {}): string {
  let text = `apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: prod
  labels: {app: db}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector: {app: db}
  ports:
    - {name: sql, port: 5432}
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: prod
  labels: {app: db}
spec:
  serviceName: db
  replicas: 3
  selector:
    matchLabels: {app: db}
  template:
    metadata:
      labels: {app: db}
    spec:
      containers:
        - name: db
          image: example.org/db:1.2.3
          ports:
            - {name: sql, containerPort: 5432}
`;
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${from} is not in the manifest`);
    text = text.replace(from, to);
  }
  return text;
}
