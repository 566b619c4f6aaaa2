import type { Rule } from './rule';
import { tolerated } from '../identity/quorum';

/** More voters than this make every write slower and no cluster safer. */
const MOST = 7;

export const quorumSize: Rule = {
  id: 'quorum-size',
  severity: 'warning',
  title: `members that decide by majority are odd in number and at most ${MOST}`,
  source: 'etcd documentation, FAQ: "an etcd cluster probably should have no more than seven nodes", "why an odd number"',
  set: ({ object, quorum, replicas }, report) => {
    if (!quorum || replicas < 3) return;
    const path = ['spec', 'replicas'];
    if (replicas > MOST) {
      report({
        object,
        path,
        message: `${replicas} members decide by majority: every write waits for ${replicas - tolerated(replicas)} of them`,
        fix: `run 3, 5 or ${MOST} voting members; further ones as members that do not vote, in a set of their own`,
      });
    } else if (replicas % 2 === 0) {
      report({
        object,
        path,
        severity: 'info',
        message: `${replicas} members tolerate the loss of ${tolerated(replicas)}, as ${replicas - 1} do: the last one only adds something that can fail`,
        fix: `run ${replicas - 1} or ${replicas + 1} members`,
      });
    }
  },
};
