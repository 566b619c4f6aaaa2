import { rejects } from 'assert';
import { stringify } from 'yaml';
import { BUSYBOX } from '../../images/library';
import { LiveSet } from '../live-set';
import { memberSet } from '../member-set';
import { Scenario } from '../scenario';

export const podSecurity: Scenario = {
  name: 'pod-security',
  law: 'a namespace of the level restricted takes the defaults without a warning, and refuses what they protect from',
  run: async (context) => {
    const rendered = context.synth((chart) => memberSet(chart));
    const yaml = rendered.objects.map((object) => stringify(object)).join('---\n');
    await context.kubectl.run(['apply', '--dry-run=server', '--warnings-as-errors', '--filename=-'], 30, yaml);
    await LiveSet.start(context, rendered);
    const open = { name: 'open', image: BUSYBOX, securityContext: { privileged: true } };
    await rejects(
      context.client.create({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'open', namespace: context.namespace }, spec: { containers: [open] } }),
      /violates PodSecurity "restricted:latest": privileged/,
    );
    // As root it would be refused too, and the set would never get a pod: the warning comes with the set.
    const asRoot = stringify(context.synth((chart) => memberSet(chart, { runAs: 0 })).objects.find(({ kind }) => kind === 'StatefulSet'));
    await rejects(
      context.kubectl.run(['apply', '--dry-run=server', '--warnings-as-errors', '--filename=-'], 30, asRoot.replace('name: member\n', 'name: other\n')),
      /would violate PodSecurity "restricted:latest": runAsNonRoot/,
    );
  },
};
