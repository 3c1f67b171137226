import { useCallback, useState } from 'react'
import type { ReviewFile } from './import-files'
import { beginReview, changeReview, type Review, type ReviewAction } from './review'

/** Typing in one field is one step to undo. */
const isSameTyping = (one: ReviewAction | null, other: ReviewAction): boolean =>
  one !== null &&
  ((one.type === 'rename-source' && other.type === 'rename-source' && one.key === other.key) ||
    (one.type === 'change' && other.type === 'change' && one.key === other.key && one.material.index === other.material.index && Object.keys(one.changes).join() === Object.keys(other.changes).join()))

type Steps = { readonly now: Review; readonly past: readonly Review[]; readonly last: ReviewAction | null }

/** The review with every step the user made in it, to be taken back one by one. */
export function useReview(files: readonly ReviewFile[]) {
  const [steps, setSteps] = useState<Steps>(() => ({ now: beginReview(files), past: [], last: null }))
  const change = useCallback((action: ReviewAction) => {
    setSteps(({ now, past, last }) => ({ now: changeReview(now, action), past: isSameTyping(last, action) ? past : [...past, now], last: action }))
  }, [])
  const undo = useCallback(() => {
    setSteps((steps) => {
      const before = steps.past.at(-1)
      return before ? { now: before, past: steps.past.slice(0, -1), last: null } : steps
    })
  }, [])
  return { review: steps.now, change, undo, canUndo: steps.past.length > 0 }
}
