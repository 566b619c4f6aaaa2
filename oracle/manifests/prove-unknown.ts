import { isDeepStrictEqual } from 'util';
import { atATime } from '../at-a-time';
import { Progress } from '../progress';
import { Part } from '../tally';
import { ensureNamespace } from './ensure';
import { besideSet, exampleSets, wholeSet } from './fields/bases';
import { Strange, strangeFields, unknownIn } from './fields/unknown';
import { Version } from './server-claim';
import { ApiClient } from '../../e2e/control-plane/api-client';
import { ApiError } from '../../e2e/control-plane/api-error';
import { ControlPlane } from '../../e2e/control-plane/control-plane';
import { unknownFields } from '../../src/rules/fields/known-fields';
import { formatPath } from '../../src/rules/json';

const IN_FLIGHT = 8;

/** Sends every object with further fields, strictly, and holds the fields that the server calls unknown against those that the rule does. */
export async function proveUnknown(version: Version): Promise<Part> {
  const minor = Number(version.split('.')[1]);
  const objects = [...wholeSet(), ...besideSet(), ...exampleSets().flat()];
  const all = objects.flatMap(strangeFields);
  const plane = await ControlPlane.start({ version });
  const failures: string[] = [];
  const progress = new Progress(`unknown fields on Kubernetes ${version}`, all.length);
  let unknown = 0;
  try {
    const namespaces = objects.map(({ metadata }) => metadata.namespace).filter((each) => each !== undefined);
    for (const name of new Set(namespaces)) await ensureNamespace(plane.client, name);
    await atATime(all, async (strange) => {
      const [ours, theirs] = [unknownFields(strange.object, minor).map(({ path }) => formatPath(path)).sort(), (await said(plane.client, strange)).sort()];
      unknown += theirs.length;
      if (!isDeepStrictEqual(ours, theirs)) failures.push(difference(strange, ours, theirs));
      progress.step();
    }, IN_FLIGHT);
  } finally {
    await plane.stop();
  }
  const added = all.reduce((sum, each) => sum + each.added.length, 0);
  return {
    name: `unknown fields, Kubernetes ${version}`,
    passed: all.length - failures.length,
    failed: failures.length,
    detail: `${added} fields added, ${unknown} of them unknown`,
    failures,
  };
}

async function said(client: ApiClient, { object }: Strange): Promise<string[]> {
  const answer = await client.create(object, { dryRun: true, strict: true }).then(() => '', (error: Error) => {
    if (error instanceof ApiError && error.code < 500) return error.message;
    throw error;
  });
  return unknownIn(answer);
}

function difference({ object }: Strange, ours: readonly string[], theirs: readonly string[]): string {
  const only = (a: readonly string[], b: readonly string[]) => a.filter((field) => !b.includes(field)).join(', ') || 'none';
  return `${object.kind} ${object.metadata.name}: unknown to the rule alone: ${only(ours, theirs)}; to the server alone: ${only(theirs, ours)}`;
}
