/** Stands for `crypto` in the bundle: one report alone asks for a hash. */
module.exports = {
  get createHash() {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return (require('node:crypto') as typeof import('crypto')).createHash;
  },
};
