import { useCallback, useState } from 'react'
import { BrandDraft, isSameBrand } from '../../../../shared/model/brand'
import type { SchoolId } from '../../../../shared/model/school'

const place = (id: SchoolId) => `lectern.brand.${id}`

const keptDraft = (id: SchoolId): BrandDraft | null => {
  try {
    return BrandDraft.safeParse(JSON.parse(localStorage.getItem(place(id)) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/**
 * A brand while it is being made. It is used when the user says so, because every brand that was used stays in the school's history; until then it is kept in this
 * window's storage, so that leaving the screen or the app loses nothing.
 * @param inUse what the draft is held against
 */
export function useBrandDraft(id: SchoolId, inUse: BrandDraft) {
  const [typed, setTyped] = useState(() => keptDraft(id))
  const keep = useCallback(
    (next: BrandDraft | null) => {
      setTyped(next)
      if (next === null) localStorage.removeItem(place(id))
      else localStorage.setItem(place(id), JSON.stringify(next))
    },
    [id],
  )
  const draft = typed ?? inUse
  return {
    draft,
    isChanged: typed !== null && !isSameBrand(typed, inUse),
    change: (changes: Partial<BrandDraft>) => {
      const next = { ...draft, ...changes }
      keep(isSameBrand(next, inUse) ? null : next)
    },
    discard: () => keep(null),
  }
}
