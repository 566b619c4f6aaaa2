import type * as advise from '../cluster-dns/advise';
import type * as current from '../cluster-dns/current';
import type * as deliver from '../cluster-dns/deliver';
import type * as platforms from '../cluster-dns/platforms';
import type * as serviceName from '../cluster-dns/service-name';
import type * as targets from '../cluster-dns/targets';

/** What knows about cluster DNS: read when a patch first asks, and not when the library is imported. */
export type DnsEngine = Pick<typeof advise, 'advise'> & Pick<typeof deliver, 'deliver' | 'deliverAll' | 'formatsOf'>
& Pick<typeof platforms, 'platformOf'> & Pick<typeof targets, 'targets'> & Pick<typeof current, 'readCurrent' | 'fromCorefile' | 'fromConfigMap'> & Pick<typeof serviceName, 'readService' | 'serviceLines'>;

let loaded: DnsEngine | undefined;

export function dnsEngine(): DnsEngine {
  return loaded ??= load();
}

/* eslint-disable @typescript-eslint/no-require-imports */
function load(): DnsEngine {
  return {
    ...require('../cluster-dns/advise'),
    ...require('../cluster-dns/deliver'),
    ...require('../cluster-dns/platforms'),
    ...require('../cluster-dns/current'),
    ...require('../cluster-dns/service-name'),
    ...require('../cluster-dns/targets'),
  };
}
