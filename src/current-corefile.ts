import { readFileSync } from 'fs';
import type { Current, Unusable } from './cluster-dns/current';
import { dnsEngine } from './private/dns-engine';

/**
 * The Corefile that a cluster has now.
 *
 * A Corefile is one text: it can only be replaced as a whole, so a change starts from the present one. A text that
 * cannot be used fails the synth together with everything else that is wrong.
 *
 * @see https://coredns.io/manual/configuration/
 */
export class CurrentCorefile {
  /**
   * The text of a Corefile.
   *
   * @param text for example what `kubectl -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}'` prints
   */
  public static fromText(text: string): CurrentCorefile {
    return new CurrentCorefile('the text', dnsEngine().fromCorefile(text));
  }

  /**
   * The ConfigMap that holds it: its other keys, labels and annotations stay, and the patch knows its name.
   *
   * @param yaml what `kubectl -n kube-system get configmap coredns -o yaml` prints; JSON, a List, or several documents with one such ConfigMap
   */
  public static fromConfigMap(yaml: string): CurrentCorefile {
    return new CurrentCorefile('the ConfigMap', dnsEngine().fromConfigMap(yaml));
  }

  /**
   * A file with either of the two. Commit it beside the app: the synth depends on nothing else then.
   *
   * @param path relative to the working directory
   */
  public static fromFile(path: string): CurrentCorefile {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (e) {
      return new CurrentCorefile(path, { unusable: `it cannot be read: ${(e as Error).message.split(',')[0]}`, fix: 'give the path of the Corefile, or of its ConfigMap' });
    }
    return new CurrentCorefile(path, dnsEngine().readCurrent(text));
  }

  private constructor(
    /** What messages call it. @internal */ public readonly _name: string,
    /** @internal */ public readonly _read: Current | Unusable) {}
}
