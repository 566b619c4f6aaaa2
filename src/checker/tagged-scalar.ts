import { Unreadable } from './input-problem';
import { Scalar, plainScalar } from './plain-scalar';

/** Standard tags and the types whose values they take. */
const TYPES: Readonly<Record<string, (value: Scalar) => boolean>> = {
  '!!bool': (value) => typeof value === 'boolean',
  '!!int': (value) => Number.isInteger(value),
  '!!float': (value) => typeof value === 'number',
  '!!null': (value) => value === null,
};

/**
 * The value of a scalar with a tag: quoted ones too are read as what the tag says, and an unknown tag means nothing.
 *
 * @see go.yaml.in/yaml/v2 v2.4.3 resolve.go, decode.go (scalar)
 */
export function taggedScalar(tag: string, text: string, offset: number): Scalar {
  if (tag === '!!binary') return decoded(text, offset);
  const fits = TYPES[tag];
  if (!fits) return text;
  const value = plainScalar(text);
  if (fits(value)) return value;
  throw new Unreadable({
    id: 'yaml-syntax', offset, message: `${JSON.stringify(text.slice(0, 40))} is tagged ${tag} and is none; kubectl refuses the whole file`, fix: 'take the tag out',
  });
}

function decoded(text: string, offset: number): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    throw new Unreadable({ id: 'yaml-syntax', offset, message: 'the value is tagged !!binary and is no base64; kubectl refuses the whole file', fix: 'encode the value, or take the tag out' });
  }
}
