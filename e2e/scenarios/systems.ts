import { etcdDiskLost } from './etcd/disk-lost';
import { etcdDrain } from './etcd/drain';
import { etcdGrow } from './etcd/grow';
import { etcdQuorum } from './etcd/quorum';
import { etcdQuorumLost } from './etcd/quorum-lost';
import { etcdStart } from './etcd/start';
import { etcdUpdateBesideEviction } from './etcd/update-beside-eviction';
import { prometheusArticle } from './prometheus/article';
import { prometheusReplicas } from './prometheus/replicas';
import { redisEmptyMaster } from './redis/empty-master';
import { redisReconnect } from './redis/reconnect';
import { redisReplication } from './redis/replication';
import { redisSentinel } from './redis/sentinel';
import { redisUpkeep } from './redis/upkeep';
import { Scenario } from './scenario';
import { webDeployment } from './web/deployment';
import { webOrder } from './web/order';
import { webUpdatePolicies } from './web/update-policies';

/** Real systems: the examples, with the servers that they name. */
export const SYSTEMS: readonly Scenario[] = [
  redisReplication,
  redisEmptyMaster,
  redisUpkeep,
  redisReconnect,
  redisSentinel,
  etcdQuorum,
  etcdQuorumLost,
  etcdDiskLost,
  etcdDrain,
  etcdUpdateBesideEviction,
  etcdStart,
  etcdGrow,
  prometheusArticle,
  prometheusReplicas,
  webOrder,
  webUpdatePolicies,
  webDeployment,
];
