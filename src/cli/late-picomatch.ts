/** Stands for `picomatch` in the bundle: it is read with the first pattern, and most runs are given files and folders. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const picomatch = () => require('../../node_modules/picomatch/index.js') as typeof import('picomatch');

module.exports = Object.assign((...args: Parameters<typeof import('picomatch')>) => picomatch()(...args), {
  scan: (...args: Parameters<typeof import('picomatch')['scan']>) => picomatch().scan(...args),
});
