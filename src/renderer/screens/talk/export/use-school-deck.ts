import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { lookInSchool } from '../../../../shared/brand/look-in-school'
import { fillTokens } from '../../../../shared/markdown/fill-tokens'
import { readFrontMatter } from '../../../../shared/markdown/front-matter'
import { parseTalk } from '../../../../shared/markdown/parse-talk'
import type { Talk } from '../../../../shared/model/block'
import { AssetHash, type TalkId } from '../../../../shared/model/ids'
import type { SchoolId } from '../../../../shared/model/school'
import type { BrandLogo } from '../../../../shared/slides/brand-marks'
import { layOut } from '../../../../shared/slides/lay-out'
import type { Deck } from '../../../../shared/slides/scene'
import type { Theme } from '../../../../shared/slides/theme'
import { metricsOf } from '../../../../shared/slides/theme-metrics'
import { withMarks } from '../../../../shared/slides/with-marks'
import { useEngine } from '../../../app/engine'
import { useSchool } from '../../../parts/schools/use-schools'
import { useCitedSources } from '../use-cited-sources'
import { usePictures } from '../use-pictures'

type SchoolDeck = { readonly name: string; readonly deck: Deck; readonly theme: Theme; readonly pictureUrl: (hash: string) => string | null }
type GivenTalk = {
  readonly talkId: TalkId
  /** Markdown as the window has it. */
  readonly text: string
  /** Empty for the whole talk. */
  readonly audience: string
  /** Without any school's colours. */
  readonly design: Theme
  /** Han characters a minute. */
  readonly pace: number
}

const empty = parseTalk('').value

function talkAsExported(markdown: string, audience: string): Talk {
  const { front } = readFrontMatter(markdown)
  return parseTalk(fillTokens(markdown, { date: front.date, speaker: front.speaker }), { audience: audience || front.audience }).value
}

/** The slides of a talk as they are exported for a school; null for no school, and while the first one is read. */
export function useSchoolDeck(schoolId: SchoolId | null, { talkId, text, audience, design, pace }: GivenTalk): SchoolDeck | null {
  const engine = useEngine()
  const held = useSchool(schoolId)
  const { data: given } = useQuery({
    queryKey: ['schools', 'talk-in', schoolId, talkId, audience, text],
    enabled: schoolId !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (schoolId === null ? null : { id: schoolId, ...(await engine.schools.talkIn({ id: schoolId, talkId, markdown: text, audience }, { signal })) }),
  })
  const markdown = given?.id === schoolId ? (given?.markdown ?? null) : null
  const talk = useMemo(() => (markdown === null ? empty : talkAsExported(markdown, audience)), [markdown, audience])
  const cited = useCitedSources(talk)
  const logos = [held?.brand.logo, held?.brand.logoOnDark].map((hash) => (hash ? `asset:${hash}` : ''))
  const { picture, pictureUrl } = usePictures([markdown ?? '', ...logos].join('\n'), design.template)

  return useMemo(() => {
    if (markdown === null || !held) return null
    const logoOf = (hash: string): BrandLogo | null => {
      const info = picture(`asset:${hash}`)
      return info && { asset: AssetHash.parse(info.hash), width: info.width, height: info.height }
    }
    const { theme, marks } = lookInSchool(design, held.school, held.brand, logoOf)
    const deck = layOut(talk, { theme, metrics: metricsOf(theme), picture, cited, pace, language: talk.front.lang }).value
    return { name: held.school.name, deck: withMarks(deck, marks, theme), theme, pictureUrl }
  }, [markdown, held, talk, design, picture, pictureUrl, cited, pace])
}
