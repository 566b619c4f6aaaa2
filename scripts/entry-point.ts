/**
 * Puts lib/private/library.js behind lib/index.js. Node finds what a module of the language can import by name in the
 * text of this file, so every name stands in it.
 *
 * @see https://github.com/nodejs/cjs-module-lexer
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const LIB = resolve(__dirname, '..', 'lib');
const MODULE = './private/library';

/** The text of a file that hands these names on. */
export function entryPoint(names: readonly string[]): string {
  const lines = names.map((name) => `exports.${name} = library.${name};`);
  return ['"use strict";', 'Object.defineProperty(exports, "__esModule", { value: true });', `const library = require("${MODULE}");`, ...lines, ''].join('\n');
}

if (require.main === module) {
  const library = createRequire(__filename)(join(LIB, MODULE));
  writeFileSync(join(LIB, 'index.js'), entryPoint(Object.keys(library).filter((name) => name !== '__esModule')));
}
