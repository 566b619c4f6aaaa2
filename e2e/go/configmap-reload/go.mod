module cdk8s-stateful/e2e/configmap-reload

go 1.26.0
