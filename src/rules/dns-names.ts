/** DNS-1123 label. */
export const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** DNS-1035 label: starts with a letter. */
export const LETTER_LABEL = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Why a text is no DNS-1123 label, for a message; undefined when it is one. */
export function labelFault(value: string): string | undefined {
  if (DNS_LABEL.test(value)) return undefined;
  if (value.length > 63) return `has ${value.length} characters, a DNS label ends at 63`;
  if (value.includes('.')) return 'has dots, a DNS label has none';
  return 'is no DNS label (lower-case letters, digits and inner hyphens)';
}
