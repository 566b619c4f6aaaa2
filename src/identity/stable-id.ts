import { createHash } from 'crypto';

/**
 * 128 bits derived from text, as base64url without padding (22 characters) with the version and variant bits of
 * a random UUID: the form in which Kafka takes cluster and directory ids. Same text, same id, for ever.
 *
 * @see kafka clients/src/main/java/org/apache/kafka/common/Uuid.java
 */
export function stableId(text: string): string {
  return uuidBytes(text).toString('base64url');
}

/** The same 128 bits as a hyphenated UUID. */
export function stableUuid(text: string): string {
  const hex = uuidBytes(text).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function uuidBytes(text: string): Buffer {
  // Kafka prints ids on command lines, where a leading '-' reads as an option: take the next hash then.
  for (let round = 0; ; round++) {
    const bytes = createHash('sha256').update(round === 0 ? text : `${text}#${round}`).digest().subarray(0, 16);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    if (bytes.toString('base64url')[0] !== '-') return bytes;
  }
}
