import { useEffect, useMemo } from 'react'
import type { DraftOf } from '../../../../shared/model/material-draft'
import { useEngine } from '../../../app/engine'
import { useFailure } from '../../../app/failure'
import { DraftKeeper } from './draft-keeper'

/**
 * Keeps in the library what is being written, at the latest when the form goes away or the window is hidden.
 * @param basedOn when the material that it began from was last changed, in milliseconds since 1970; null of a new one
 */
export function useDraftKeeping(of: DraftOf, basedOn: number | null): DraftKeeper {
  const engine = useEngine()
  const fail = useFailure()
  const keeper = useMemo(
    () =>
      new DraftKeeper({
        keep: (draft) => engine.drafts.keep({ of, draft, basedOn }).catch(fail),
        drop: () => engine.drafts.drop({ of }).catch(fail),
      }),
    [engine, fail, of, basedOn],
  )
  useEffect(() => {
    const onHidden = () => void keeper.flush()
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onHidden)
      onHidden()
    }
  }, [keeper])
  return keeper
}
