import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Proposal } from '../../../shared/contract/proposals'
import type { Language } from '../../../shared/language'
import type { MaterialId } from '../../../shared/model/ids'
import type { Gap } from '../../../shared/proposals/rank-materials'
import { useEngine } from '../../app/engine'

type Wish = { readonly title: string; readonly audience: string; readonly language: Language; readonly gaps: readonly Gap[]; readonly cited: readonly MaterialId[]; readonly limit: number }

const MOST_TITLE = 300

/** For each gap what the library proposes; undefined until the first answer. The last answer stays while another is worked out. */
export function useProposals({ title, audience, language, gaps, cited, limit }: Wish): readonly (readonly Proposal[])[] | undefined {
  const engine = useEngine()
  const wish = { title: title.slice(0, MOST_TITLE), audience, language, gaps: gaps.map(({ kinds, seconds }) => ({ kinds: [...kinds], seconds })), cited: [...cited], limit }
  return useQuery({
    queryKey: ['materials', 'proposals', wish],
    queryFn: ({ signal }) => engine.proposals.forGaps(wish, { signal }),
    placeholderData: keepPreviousData,
    enabled: gaps.length > 0,
  }).data
}
