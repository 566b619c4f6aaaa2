/** A question about a set that has no answer. */
export interface Refusal {
  readonly ruleId: string;
  /** The call. */
  readonly field: string;
  /** What was given and what breaks. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Who is told which names of a set are handed out, and so must stay true. */
export interface IdentityWatch {
  /** Text was derived from the number of members, or from that of the first start. */
  derived(what: string, bootstrap: boolean): void;
  /** A pod is to fill in its own name. */
  own(): void;
  /** A name of a peer Service. */
  peer(what: string): void;
  /** All names that a certificate needs. */
  certificate(): void;
  /** The SRV name of a port. */
  srv(port: string, protocol: string): void;
  /** Something has no answer; what comes back is only for the author's code to go on with. */
  refused(refusal: Refusal): void;
}
