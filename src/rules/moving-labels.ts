/** Words in the name part of a key whose value moves with a release. */
const MOVING: ReadonlySet<string> = new Set(['chart', 'version', 'revision', 'commit', 'sha', 'checksum', 'timestamp', 'build']);

/** Whether the value of a label or annotation is likely to change from release to release. */
export function isMoving(key: string): boolean {
  return (key.split('/').pop() ?? '').toLowerCase().split(/[-._]/).some((word) => MOVING.has(word));
}
