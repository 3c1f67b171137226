import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useFailure } from '../../app/failure'
import { useUndoToast } from '../../app/library-history'

/**
 * Does something to the library: `deed(() => engine.trash.restore({ ids }), ({ restored }) => text.restored(restored))`.
 * Afterwards everything on screen is read again, and the sentence, when there is one, stands beside a button that takes the deed back.
 * @returns what the engine answered; undefined when it refused, which the user has been told
 */
export function useDeed() {
  const fail = useFailure()
  const client = useQueryClient()
  const announce = useUndoToast()
  return useCallback(
    async <T>(run: () => Promise<T>, told?: (answer: T) => string): Promise<T | undefined> => {
      try {
        const answer = await run()
        if (told) announce(told(answer))
        await client.invalidateQueries()
        return answer
      } catch (error) {
        fail(error)
        return undefined
      }
    },
    [fail, client, announce],
  )
}
