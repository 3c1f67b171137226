import { useCallback, useEffect, useRef, useState } from 'react'
import type { FolderListing } from '../../../shared/contract/folders'
import type { Failure } from '../../../shared/contract/failure'
import { useEngine } from '../../app/engine'
import { failureOf } from '../../app/failure'

/**
 * The folder that is open in a browser of folders. One that cannot be opened leaves the one before open, and says why.
 * @param from where it begins, or the nearest folder above that is there; empty for the user's home
 */
export function useFolderListing(from: string) {
  const engine = useEngine()
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  /** Answers of the disk may overtake one another: only that to the last question counts. */
  const question = useRef(0)

  const ask = useCallback(
    async (path: string | null, nearest: boolean): Promise<FolderListing | null> => {
      const mine = ++question.current
      try {
        const next = await engine.folders.list({ path, nearest })
        if (mine !== question.current) return null
        setListing(next)
        setFailure(null)
        return next
      } catch (error) {
        if (mine === question.current) setFailure(failureOf(error))
        return null
      }
    },
    [engine],
  )
  const begin = useRef(from.trim())
  useEffect(() => {
    // What was typed so far may not be a whole path: then one begins at home.
    void ask(begin.current === '' ? null : begin.current, true).then((found) => found ?? ask(null, true))
  }, [ask])

  const make = async (name: string): Promise<boolean> => {
    if (listing === null) return false
    try {
      const { path } = await engine.folders.make({ parent: listing.path, name })
      await ask(path, false)
      return true
    } catch (error) {
      setFailure(failureOf(error))
      return false
    }
  }
  return { listing, failure, open: (path: string) => ask(path, false), make }
}
