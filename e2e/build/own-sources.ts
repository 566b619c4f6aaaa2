import { Module } from 'module';
import { resolve } from 'path';

/** What users import: the examples do too. */
const PACKAGE = 'cdk8s-stateful';
const SOURCES = resolve(__dirname, '..', '..', 'src');

type ResolveFilename = (request: string, ...rest: unknown[]) => string;

/** Lets the examples import the sources of this checkout, as the `paths` of tsconfig.json do for types; lib/ may be old or missing. */
const loader = Module as unknown as { _resolveFilename: ResolveFilename };
const original = loader._resolveFilename;
loader._resolveFilename = function (request, ...rest) {
  return original.call(this, request === PACKAGE ? SOURCES : request, ...rest);
};
