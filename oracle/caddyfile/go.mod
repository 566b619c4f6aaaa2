module cdk8s-stateful/oracle/caddyfile

go 1.26.0

require github.com/coredns/caddy v1.1.4
