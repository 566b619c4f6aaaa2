import { IConstruct } from 'constructs';
import type { IdentityTable } from './output/identity-table';
import { judgement } from './private/engine';
import { Member, Registry } from './private/registry';

/**
 * The identities and orders of all StatefulWorkloads below a construct, as stable text or JSON.
 *
 * Kept as a snapshot in a jest suite, it fails the day a name, claim, selector, budget or order changes:
 * `expect(IdentitySnapshot.of(chart).text).toMatchSnapshot()`.
 *
 * Read off the rendered manifests, so patches count too.
 */
export class IdentitySnapshot {
  /**
   * Takes the snapshot.
   *
   * @param scope an app, a chart or any construct
   */
  public static of(scope: IConstruct): IdentitySnapshot {
    const byDomain = (member: Member) => judgement().identityTables(member._objects.map((object) => object._render()), member._target.clusterDomain);
    return new IdentitySnapshot(Registry.of(scope).below(scope).flatMap(byDomain));
  }

  private constructor(private readonly tables: readonly IdentityTable[]) {}

  /** One block a set: Service, selector, budget, orders, then one line a pod with its FQDN, its peer Service if it has one, and its claims. */
  public get text(): string {
    return judgement().tableText(this.tables);
  }

  /** The same as JSON text, with two spaces of indentation. */
  public get json(): string {
    return JSON.stringify(this.tables, null, 2);
  }
}
