import type { Command } from 'commander';
import { corefileExplain } from './corefile-explain';
import { corefilePatch } from './corefile-patch';
import { Exit, Terminal } from './output';
import { ALL_FORMATS, formatsOf } from '../cluster-dns/deliver';
import { PLATFORMS } from '../cluster-dns/platforms';
import { SCOPES } from '../cluster-dns/service-name';

const FILE = 'a Corefile, or its ConfigMap as `kubectl -n kube-system get configmap coredns -o yaml` prints it; - for the standard input';

function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** Options of both commands. */
function withCluster(command: Command): Command {
  return command
    .option('--platform <name>', 'who runs the cluster\'s DNS, see the list below')
    .option('--kubernetes-version <version>', 'for example 1.31; tells the version of CoreDNS where the platform brings it along')
    .option('--coredns-version <version>', 'for example 1.11.3, the tag of its image')
    .option('--cluster-domain <domain>', 'the kubelet\'s --cluster-domain (default: that of the Corefile\'s kubernetes plugin)')
    .option('--for <service.namespace>', 'a headless Service whose members look for each other; may be given several times', collected, [])
    .option('--for-file <file>', 'a file with one such name a line; may be given several times', collected, [])
    .option('--node-local-dns <file>', 'the Corefile or ConfigMap of a NodeLocal DNSCache in front, whose times add')
    .option('--node-local-coredns-version <version>', 'the version of CoreDNS in the node cache')
    .addOption(command.createOption('--scope <scope>', 'what is taken out of the caches').choices(SCOPES).default('service'))
    .option('--denial-only', 'leave positive answers in the cache', false)
    .option('--about-to-upgrade', 'a control plane of kubeadm is going to be upgraded', false)
    .option('--key <name>', 'key of coredns-custom, without .server (default: the first Service): one of your own, and the field manager to apply it with');
}

function platformList(): string {
  const rows = PLATFORMS.map(({ id, title, delivery }) => `  ${id.padEnd(16)}${title.padEnd(32)}${formatsOf(delivery).join(', ') || 'refused: nothing can be set'}`);
  return `\nPlatforms, and the formats that they take (the first is the usual one):\n${rows.join('\n')}\n`;
}

const EXITS = '\nExit status: 0 nothing to do or done, 1 refused, 2 input that cannot be used. Nothing is written on a refusal.\n';

/** Gives the command its own ones: `corefile explain` and `corefile patch`. */
export function addCorefile(command: Command, terminal: Terminal, ended: (exit: Exit) => void): void {
  const explain = withCluster(command.command('explain'))
    .description('tell what a Corefile does to members that look for each other')
    .argument('[file]', `${FILE}; left out where the platform needs none`)
    .option('--json', 'the same as data', false)
    .addHelpText('after', `${platformList()}
Examples:
  kubectl -n kube-system get configmap coredns -o yaml | cdk8s-stateful corefile explain -
  cdk8s-stateful corefile explain --platform kubeadm --kubernetes-version 1.31 --for redis.prod Corefile
${EXITS}`);
  explain.action(async (file, options) => ended(await corefileExplain(terminal, file, options)));
  const patch = withCluster(command.command('patch'))
    .description('write the change for some Services in the form that the platform takes')
    .argument('[file]', `${FILE}; left out where the platform needs none`)
    .addOption(command.createOption('--format <format>', 'how the change is written (default: the usual one of the platform)').choices(ALL_FORMATS))
    .option('--out <folder>', 'write the files there instead of the standard output')
    .addHelpText('after', `${platformList()}
Examples:
  kubectl -n kube-system get configmap coredns -o yaml > coredns.yaml
  cdk8s-stateful corefile patch --platform kubeadm --kubernetes-version 1.31 --for redis.prod --format json-patch coredns.yaml > patch.json
  kubectl -n kube-system patch configmap coredns --type json --patch-file patch.json

  cdk8s-stateful corefile patch --platform k3s --for redis.prod --for etcd.prod --key shop | kubectl apply --server-side --field-manager shop -f -
${EXITS}`);
  patch.action(async (file, options) => ended(await corefilePatch(terminal, file, options)));
}
