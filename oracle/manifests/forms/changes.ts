import { onlySet } from './claims';
import { ApiError } from '../../../e2e/control-plane/api-error';
import { Bench, refusal } from '../bench';
import { Form } from './form';
import { wantedPods } from '../pods';

export const CHANGE_FORMS: readonly Form[] = [
  { pattern: /^a new value of the label (\S+) is refused: (.+)$/, prove: refused },
  { pattern: /^deleting the set with --cascade=orphan loses a pod$/, prove: loses },
];

/** Writes another value into the selector and the template, as the next release would. */
async function refused(bench: Bench, label: string, text: string): Promise<string | undefined> {
  const set = onlySet(bench);
  const value = set.spec.selector.matchLabels?.[label];
  if (value === undefined) return `the selector has no label ${label}`;
  const labels = { [label]: `${value}-next` };
  const spec = { selector: { matchLabels: labels }, template: { metadata: { labels } } };
  return bench.client.patch(await bench.client.pathOf(set), { spec }).then(() => 'it is accepted', (error) => {
    if (!(error instanceof ApiError)) throw error;
    const said = bench.isolated.told(refusal(error));
    return said.includes(text) ? undefined : `the server says: ${said}`;
  });
}

/** What is left without an owner is another controller's, if that has more than it wants. */
async function loses(bench: Bench): Promise<string | undefined> {
  const set = onlySet(bench);
  const pods = wantedPods(set).map((name) => bench.one('Pod', name)!);
  await bench.client.delete(await bench.client.pathOf(set), { propagationPolicy: 'Orphan' });
  await bench.until('one of the pods to be deleted', () => pods.some(({ metadata: { name, uid } }) => bench.one('Pod', name)?.metadata.uid !== uid));
  return undefined;
}
