/** Lines of a server block with which CoreDNS 1.15.0 does not start; oracle/start-problems.ts starts it with each. */
export const STOPPING: readonly string[] = [
  // The name of a plugin.
  'chache 30', 'Cache 30', 'erorrs', 'logs', 'kubernets cluster.local {\n}', 'proxy . 127.0.0.1', 'federation cluster.local {\n}', '// errors', 'errors;', 'denial 9984 5', 'b.test:53',
  'cache 30{\ndenial 9984 5\n}', 'kubernetes cluster.local{\npods insecure\n}', 'health{\nlameduck 1s\n}', '"" x',
  // One of each.
  'cache 30\ncache 30', 'errors\nerrors', 'kubernetes cluster.local {\n}\nkubernetes a.test {\n}', 'loop\nloop', 'hosts {\n10.0.0.1 a.test\n}\nhosts {\n10.0.0.1 a.test\n}',
  // Braces.
  'cache 30\n{\ndenial 9984 5\n}', 'kubernetes cluster.local\n{\npods insecure\n}', 'forward . 127.0.0.1\n{\nmax_concurrent 5\n}', 'cache 30 { denial 9984 5 }', 'cache 30 {\ndenial 9984 5 }',
  'cache 30 { keepttl }', 'health 127.0.0.1:0 { lameduck 1s }', 'kubernetes cluster.local { pods insecure }', 'kubernetes cluster.local {\nnoendpoints }',
  // Arguments.
  'cache 0', 'cache -5', 'reload 0', 'reload 1s', 'reload 30', 'reload 30s 0.5s', 'reload 30s 1s 1s', 'reload x', 'health 8080', 'health :0 :0', 'health a:b:1', 'ready 8181', 'prometheus 9153',
  'prometheus :0 :0', 'loop .', 'bufsize 100', 'bufsize 1232 1', 'bufsize x', 'errors stderr', 'errors stdout x', 'loadbalance random', 'loadbalance round_robin x', 'loadbalance weighted', 'loadbalance weighted a b', 'forward', 'forward .', 'kubernetes 10.0.0.0/8 {\n}', 'kubernetes 1.10.in-addr.arpa {\n}',
  // Options.
  ...[
    'ttl 99999', 'ttl 3601', 'ttl -1', 'ttl 30s', 'ttl', 'pods', 'pods on', 'pods insecure verified', 'namespaces', 'endpoint', 'tls a b', 'labels', 'namespace_labels', 'noendpoints x', 'zonal x',
    'ignore pods', 'kubeconfig', 'kubeconfig a b c', 'startup_timeout', 'startup_timeout 5', 'apiserver_qps x', 'apiserver_qps -1', 'apiserver_burst 1.5', 'apiserver_max_inflight -1',
    'endpoint_pod_names x', 'upstream', 'resyncperiod 5m', 'cache 30', 'fall through', '{\n}',
  ].map((option) => `kubernetes cluster.local {\n${option}\n}`),
  ...[
    'max_concurrent x', 'max_concurrent -1', 'max_concurrent', 'max_concurrent 5 6', 'force_tcp x', 'prefer_udp x', 'expire 10', 'expire -1s', 'policy best', 'max_fails -1', 'max_fails x',
    'health_check 5', 'health_check -1s', 'read_timeout 0', 'max_idle_conns -1', 'except', 'tls a b c d', 'tls_servername', 'spray', 'next', 'doh_method PUT', 'next_on_nodata x', 'resolver',
    'failover', 'source_address', 'max_age 5', 'max_connect_attempts x', 'failfast_all_unhealthy_upstreams x',
  ].map((option) => `forward . 127.0.0.1:1 {\n${option}\n}`),
  ...['lameduck', 'lameduck 5', 'lameduck 5s 5s', 'timeout 5s'].map((option) => `health 127.0.0.1:0 {\n${option}\n}`),
  ...['monitor', 'monitor always', 'wait'].map((option) => `ready 127.0.0.1:0 {\n${option}\n}`),
  ...['runtime_metrics x', 'tls', 'tls a b', 'path /x'].map((option) => `prometheus 127.0.0.1:0 {\n${option}\n}`),
  // Another server block.
  '}\n.:53 {\nwhoami', '}\n.:53{\nwhoami', '}\na..test:53 {\nwhoami', '}\n.: {\nwhoami', `}\n${'a'.repeat(64)}.test:53 {\nwhoami`,
];

/** Lines with which it starts. */
export const STARTING: readonly string[] = [
  'errors', 'errors stdout', 'loadbalance', 'loadbalance round_robin', 'cache', 'cache 30 {\n}', 'reload', 'reload 2s', 'reload 30s 0', 'reload 2s 0s', 'reload 1m 1s', 'reload\nreload 0', 'health 127.0.0.1:0', 'ready 127.0.0.1:0', 'prometheus 127.0.0.1:0',
  'loop', 'bufsize', 'bufsize 512', 'bufsize 4096', 'kubernetes cluster.local 10.0.0.0/8 {\n}', 'kubernetes in-addr.arpa {\n}', 'forward . 127.0.0.1:1 { max_fails 3 }', 'cache 30 { }',
  'cache 30 { disable denial }', 'log\n{\nclass error\n}', 'log\nlog', 'forward a.test 127.0.0.1:1\nforward b.test 127.0.0.1:1', 'kubernetes cluster.local {\nttl 30 }', 'whoami',
  ...[
    'ttl 0', 'ttl 3600', 'ttl 30 x', 'pods disabled', 'pods verified', 'namespaces a b', 'labels a=b', 'namespace_labels a=b', 'noendpoints', 'ignore empty_service', 'ignore', 'zonal',
    'startup_timeout 1s', 'apiserver_qps 1.5', 'apiserver_burst 0', 'apiserver_max_inflight 5', 'endpoint_pod_names', 'fallthrough', 'fallthrough in-addr.arpa ip6.arpa', 'multicluster',
  ].map((option) => `kubernetes cluster.local {\n${option}\n}`),
  ...[
    'max_concurrent 0', 'max_fails 0', 'health_check 0.5s', 'health_check 5s no_rec domain a.test', 'force_tcp', 'prefer_udp', 'expire 0', 'policy sequential', 'except a.test', 'tls_servername a.test',
    'max_idle_conns 0', 'read_timeout 1s', 'doh_method GET', 'next NXDOMAIN', 'next_on_nodata', 'failover SERVFAIL', 'resolver 127.0.0.1', 'source_address 127.0.0.1', 'max_connect_attempts 1',
    'failfast_all_unhealthy_upstreams', 'tls',
  ].map((option) => `forward . 127.0.0.1:1 {\n${option}\n}`),
  'health 127.0.0.1:0 {\nlameduck 5s\n}', 'ready 127.0.0.1:0 {\nmonitor continuously\n}', 'prometheus 127.0.0.1:0 {\nruntime_metrics\n}',
  '}\na.test:53 {\nwhoami', '}\n.:54 {\nwhoami', '}\n10.0.0.0/15:53 {\nwhoami', '}\ntls://.:53 {\nwhoami',
];

/** A Corefile with one of these lines. */
export function withLine(line: string): string {
  return `.:53 {\n${line}\n}\n`;
}
