import { spawnSync } from 'child_process';
import { goBinary } from '../../e2e/build/go-binary';
import { KUBECTL_YAML } from '../../e2e/build/programs';

/** What a reader made of a text: its documents, and whether it gave up. */
export interface Reading {
  readonly documents: readonly unknown[];
  readonly error?: string;
}

/** The texts as kubectl reads them. */
export function kubectl(texts: readonly string[]): Reading[] {
  const { status, stdout, stderr } = spawnSync(goBinary(KUBECTL_YAML), { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`the reader of kubectl ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
