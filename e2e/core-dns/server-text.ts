/** A Corefile, and the files that it imports from the ConfigMap `coredns-custom`. */
export interface ServerText {
  readonly corefile: string;
  /**
   * By name.
   *
   * @default - none
   */
  readonly custom?: Readonly<Record<string, string>>;
}
