import type { Proposal } from '../../shared/contract/proposals'
import type { Language } from '../../shared/language'
import type { MaterialId } from '../../shared/model/ids'
import { proposeForGaps, type Gap } from '../../shared/proposals/rank-materials'
import type { Library } from '../library/library'

export type ProposalWish = { readonly title: string; readonly audience: string; readonly language: Language; readonly gaps: readonly Gap[]; readonly cited: readonly MaterialId[]; readonly limit: number }

/** For each gap of a talk the fittest materials of the library, with the reasons; what the talk cites already is not proposed. */
export function proposeMaterials(library: Library, { title, audience, language, gaps, cited, limit }: ProposalWish, now: number): Proposal[][] {
  const topics = library.candidates.topicsOf(title, cited)
  const kinds = [...new Set(gaps.flatMap((gap) => gap.kinds))]
  const candidates = library.candidates.gather({ kinds, topics, audience, without: cited, pace: library.settings.get().pace })
  return proposeForGaps(gaps, { title, audience, topics, language, now }, candidates, limit).map((ranked) =>
    ranked.map(({ material: { id, kind, title: own, seconds }, reasons }) => ({ id, kind, title: own, seconds, reasons: [...reasons] })),
  )
}
