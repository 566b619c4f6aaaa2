import { CURED, isCured, nothing, Plan, refused } from './plan';
import { lostOptions, lostPlugins, serverBlock, serverBlockRefusals } from '../own-server-block';
import { Question } from '../question';
import { remedy } from '../remedy';
import { serviceText } from '../service-name';

const WATCH_COST = 'a second kubernetes plugin watches the API: 9 to 18 requests at the start of CoreDNS, and 66-70 to 79-83 MiB with 3000 Services of 3 endpoints, '
  + 'measured with CoreDNS 1.15.0';
const UNCHECKED = 'the Corefile was not given: that it imports *.server, and that none of its server blocks has one of the zones, was not checked; '
  + 'nor is an option of its kubernetes taken over, such as endpoint, kubeconfig or namespaces';
const ONE_KEY = 'two keys with a server block of one zone keep CoreDNS from starting: each Service belongs into one key';
const SHARED = 'coredns-custom is shared: apply it by server-side apply under a field manager of your own; client-side apply by a second owner, '
  + 'or server-side apply under the same field manager, deletes the keys of the first; Argo CD and Flux have one field manager for all apps, so one app '
  + 'holds the keys of all there, and reads the names of the others from files';
const NAMED_AFTER = 'the key, and with it the field manager, is named after the first Service by name: with another one the old key stays, and its zones are then served '
  + 'twice; choose a key that lasts (--key, key)';

/** A server block for the zones alone, where the main one cannot be changed. */
export function ownServerBlock(question: Question): Plan {
  const { situation: { platform, key }, services, zones, file, situation } = question;
  if (isCured(file, question, { ...remedy(situation, zones, file), disables: true })) return nothing(CURED);
  const refusals = file ? serverBlockRefusals(file, zones) : [];
  if (refusals.length > 0) return refused(refusals);
  const domains = [...new Set(services.map(({ domain }) => domain))];
  const lost = lostPlugins(file, zones);
  const options = lostOptions(file, zones);
  return {
    kind: 'own-server-block',
    serverBlock: { key: `${key ?? serviceText(services[0])}.server`, text: serverBlock(zones, domains, file, platform.port) },
    reasons: [platform.because, 'the server block has no cache: neither answer is kept'],
    costs: [
      WATCH_COST,
      ...(lost.length > 0 ? [`these names lose what the main server block does by ${lost.join(', ')}`] : []),
      ...(options.length > 0 ? [`not taken over from kubernetes of the main server block: ${options.join(', ')}`] : []),
      ...(file ? [] : [UNCHECKED]),
      ONE_KEY,
      ...(key === undefined ? [NAMED_AFTER] : []),
      SHARED,
    ],
    refusals,
  };
}
