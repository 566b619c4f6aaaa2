interface Spent {
  readonly nodes: number;
  readonly aliased: number;
}

/** Below this many nodes nearly all may come from aliases; from ten times as many on, a tenth. */
const FEW = 400_000;
const MANY = 4_000_000;

/**
 * Counts the nodes that a document stands for once its aliases are written out, and stops what a few lines could blow
 * up to billions.
 *
 * @see go.yaml.in/yaml/v2 v2.4.3 decode.go (allowedAliasRatio)
 */
export class AliasBudget {
  private nodes = 0;
  private aliased = 0;
  private readonly sizes = new Map<string, Spent>();

  count(): void {
    this.nodes++;
  }

  /** The node of an anchor begins. */
  open(anchor: string): void {
    this.sizes.set(anchor, { nodes: this.nodes, aliased: this.aliased });
  }

  close(anchor: string): void {
    const before = this.sizes.get(anchor)!;
    this.sizes.set(anchor, { nodes: this.nodes - before.nodes, aliased: this.aliased - before.aliased });
  }

  /** Takes the nodes of an alias; false when the document has too many of them. */
  spend(anchor: string): boolean {
    const { nodes } = this.sizes.get(anchor)!;
    this.nodes += nodes + 1;
    this.aliased += nodes;
    return this.aliased <= 100 || this.nodes <= 1000 || this.aliased / this.nodes <= allowed(this.nodes);
  }
}

function allowed(nodes: number): number {
  if (nodes <= FEW) return 0.99;
  return nodes >= MANY ? 0.1 : 0.99 - 0.89 * ((nodes - FEW) / (MANY - FEW));
}
