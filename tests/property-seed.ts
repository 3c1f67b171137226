import fc from 'fast-check'

/**
 * Property tests draw the same examples on every computer, so that a change is refused for what it did and not for its luck. `FC_SEED=<number>` draws others,
 * `FC_SEED=random` new ones every time: what such a run finds is printed with its seed and belongs into a test of its own.
 */
const stated = process.env['FC_SEED'] ?? '20261125'

if (stated !== 'random') fc.configureGlobal({ seed: Number(stated) })
