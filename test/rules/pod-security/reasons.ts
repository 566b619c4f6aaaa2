import { ObjectSet } from '../../../src/rules/object-set';
import type { Level } from '../../../src/rules/pod-security/check';
import { violations } from '../../../src/rules/pod-security/violations';
import { SetView } from '../../../src/rules/set-view';
import { sound, SoundSet } from '../harness';

/** The sound set after a change, as rules read it. */
export function viewAfter(change: (s: SoundSet) => void): SetView {
  const s = sound();
  change(s);
  return new SetView(s.set, new ObjectSet(s.objects));
}

/** What is wrong with the sound set after a change: reason and who, check by check. */
export function reasons(change: (s: SoundSet) => void, level: Level, version = 36, server = 36): string[] {
  return violations(viewAfter(change), { level, version, server }).map(({ check, breaches }) => `${check.reason}: ${breaches.map(({ text }) => text).join(', ')}`);
}

/** The first version among 0 to 36 in which the answer differs from that of the version before it. */
export function changesIn(change: (s: SoundSet) => void, level: Level, server = 36): number[] {
  const each = Array.from({ length: server + 1 }, (_, version) => reasons(change, level, version, server).join());
  return each.flatMap((answer, version) => version > 0 && answer !== each[version - 1] ? [version] : []);
}
