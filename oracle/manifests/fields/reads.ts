import { FieldKey, fieldAt, Place, shownField } from './field-path';

/** Which fields of manifests are read. */
export class Reads {
  private readonly seen = new Map<string, FieldKey>();

  /** The object, which tells of every read; as a rule sees it, it is the same. */
  public watched(object: any): any {
    return this.watch(object, String(object?.kind), []);
  }

  /** All that was read, by the words it is shown with. */
  public get fields(): ReadonlyMap<string, FieldKey> {
    return this.seen;
  }

  private watch(value: any, kind: string, place: Place): any {
    if (value === null || typeof value !== 'object') return value;
    return new Proxy(value, {
      get: (target, key) => {
        if (typeof key === 'symbol' || (!Object.hasOwn(target, key) && key in target)) return Reflect.get(target, key);
        const at = [...place, Array.isArray(target) && /^\d+$/.test(key) ? Number(key) : key];
        if (Array.isArray(target) && typeof at.at(-1) !== 'number') return Reflect.get(target, key);
        this.note(kind, at);
        return this.watch(Reflect.get(target, key), kind, at);
      },
      has: (target, key) => {
        if (typeof key === 'string' && !Array.isArray(target)) this.note(kind, [...place, key]);
        return Reflect.has(target, key);
      },
    });
  }

  private note(kind: string, place: Place): void {
    const field = fieldAt(kind, place);
    this.seen.set(shownField(field), field);
  }
}
