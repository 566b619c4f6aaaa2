import { bootstrapDeadlock } from './bootstrap-deadlock';
import { budget } from './budget';
import { canary } from './canary';
import { coreDnsPatch } from './core-dns-patch';
import { dnsBeforeReady } from './dns-before-ready';
import { dnsNames } from './dns-names';
import { drainCrowdedNode } from './drain-crowded-node';
import { drainEveryNode } from './drain-every-node';
import { nodeLost } from './node-lost';
import { onDelete } from './on-delete';
import { orderedStart } from './ordered-start';
import { parallelStart } from './parallel-start';
import { peerServices } from './peer-services';
import { podKilled } from './pod-killed';
import { podSecurity } from './pod-security';
import { retention } from './retention';
import { rollingUpdate } from './rolling-update';
import { scaleDownAndUp } from './scale-down-and-up';
import { Scenario } from '../scenario';
import { SYSTEMS } from '../systems';

/** All scenarios, in the order of the tables; `Schedule` says when each of them runs. */
export const SCENARIOS: readonly Scenario[] = [
  orderedStart,
  parallelStart,
  podKilled,
  rollingUpdate,
  canary,
  onDelete,
  scaleDownAndUp,
  retention,
  budget,
  dnsNames,
  dnsBeforeReady,
  bootstrapDeadlock,
  podSecurity,
  peerServices,
  drainEveryNode,
  drainCrowdedNode,
  nodeLost,
  coreDnsPatch,
  ...SYSTEMS,
];
