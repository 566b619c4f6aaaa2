import { map } from './json';
import type { SetView } from './set-view';
import { APP_MANAGED_BY } from '../identity/labels';

/** Whether a construct declared the set, which then has everything that belongs to it in one rendering. */
export function isDeclared(set: SetView): boolean {
  return map(map(set.object.metadata).labels)[APP_MANAGED_BY] === 'cdk8s';
}
