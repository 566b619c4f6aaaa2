import { Construct } from 'constructs';
import { shown } from '../rules/json';

/** What an argument is, for the message that refuses it; never throws. */
export function given(value: unknown): string {
  if (Construct.isConstruct(value)) return `the ${value.constructor.name} ${shown((value as Construct).node.path)}`;
  if (typeof value === 'function') return `the function ${typeof value.name === 'string' ? value.name : ''}`.trim();
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? shown(value) : String(value);
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object';
  // A Buffer, a Promise and the like say nothing as JSON.
  return name === 'Object' || name === 'Array' ? json(value) : `a ${name}`;
}

function json(value: object): string {
  try {
    return shown(value);
  } catch {
    return 'an object that cannot be written as JSON';
  }
}
