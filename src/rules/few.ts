/** Up to three of the wanted items for a message; undefined when there is none. Stops looking as soon as it knows of a fourth. */
export function few<T>(items: Iterable<T>, wanted: (item: T) => boolean, name: (item: T) => string): string | undefined {
  const found: string[] = [];
  for (const item of items) {
    if (found.length === 4) break;
    if (wanted(item)) found.push(name(item));
  }
  if (found.length === 4) found[3] = '…';
  return found.join(', ') || undefined;
}
