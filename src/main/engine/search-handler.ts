import { setImmediate } from 'node:timers/promises'
import { inSlices } from './in-slices'
import { server } from './server'

/**
 * Search as somebody types. While the engine answers one key, the next ones and the word that they replace each other wait at its port: all of them are
 * read before a search begins, so that only the last one does.
 */
export const searchWanted = server.materials.search.handler(async ({ context, input, signal }) => {
  await setImmediate()
  signal?.throwIfAborted()
  await inSlices(context.library.finder.preparing(input.order), signal)
  const started = performance.now()
  const found = context.library.materials.search(input)
  return { ...found, ms: performance.now() - started }
})
