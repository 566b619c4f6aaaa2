/** What is wrong with a value of the right type: what it should have been; undefined where it is fine. */
export type Allow = (value: any, minor: number) => string | undefined;

/** What is wrong within an object, and the field of it that is meant. */
export interface Meant {
  readonly path: ReadonlyArray<string | number>;
  readonly expected: string;
}

/** As `Allow`, of an object whose parts can be read each for itself: where one field is at fault, it is named. */
export type AllowWhole = (value: any, minor: number) => string | Meant | undefined;

/** What the API server reads at a place of a manifest. */
export type Shape = Typed & {
  /** Minor version that brought the field; older ones drop it unread. */
  readonly since?: number;
};

type Typed =
  | { readonly type: 'text' | 'flag' | 'time' | 'int32' | 'int64' | 'quantity' | 'int-or-text'; readonly allow?: Allow }
  | { readonly type: 'texts' | 'bytes'; readonly allow?: Allow }
  | { readonly type: 'quantities'; readonly allow?: Allow }
  | { readonly type: 'list'; readonly of: Shape; readonly allow?: Allow }
  | Struct;

/** An object with known fields; those that are not named belong to other rules, or to nobody. */
export interface Struct {
  readonly type: 'struct';
  readonly fields: Readonly<Record<string, Shape>>;
  /** Fields without which it is refused. */
  readonly needs: readonly string[];
  readonly allow?: AllowWhole;
}

export const text = (allow?: Allow): Shape => ({ type: 'text', allow });
export const int32 = (allow?: Allow): Shape => ({ type: 'int32', allow });
export const int64 = (allow?: Allow): Shape => ({ type: 'int64', allow });
export const intOrText = (allow?: Allow): Shape => ({ type: 'int-or-text', allow });
export const quantity = (allow?: Allow): Shape => ({ type: 'quantity', allow });
/** An object of texts, such as labels. */
export const texts = (allow?: Allow): Shape => ({ type: 'texts', allow });
/** An object of bytes in base 64. */
export const bytes = (allow?: Allow): Shape => ({ type: 'bytes', allow });
export const quantities = (allow?: Allow): Shape => ({ type: 'quantities', allow });
export const list = (of: Shape, allow?: Allow): Shape => ({ type: 'list', of, allow });
export const struct = (fields: Readonly<Record<string, Shape>>, needs: readonly string[] = [], allow?: AllowWhole): Struct => ({ type: 'struct', fields, needs, allow });

/** A field that older versions do not know. */
export const sinceMinor = (since: number, shape: Shape): Shape => ({ ...shape, since });

export const TEXT = text();
export const FLAG: Shape = { type: 'flag' };
export const TIME: Shape = { type: 'time' };
export const INT32 = int32();
export const INT64 = int64();
