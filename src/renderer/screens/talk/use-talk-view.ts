import { useDeferredValue, useMemo, useState } from 'react'
import { checkFormat } from '../../../shared/formats/check-format'
import { blockOfLine } from '../../../shared/markdown/block-of-line'
import { talkParser } from '../../../shared/markdown/parse-talk'
import { deckLayouter } from '../../../shared/slides/lay-out'
import { metricsOf } from '../../../shared/slides/theme-metrics'
import { themeOfTalk } from '../../../shared/slides/theme-of-talk'
import { timeAsHeard, timeTalk } from '../../../shared/speech/time-talk'
import { ANYBODY, hasVariants } from '../../../shared/variants/variant-matrix'
import { useCatalogue } from '../../parts/catalogue/use-catalogue'
import { useDesigns } from '../../parts/designs/use-designs'
import { useLecturerPace } from '../show/use-lecturer-pace'
import type { Problem } from './problems-list'
import type { TalkSession } from './talk-session'
import { useCitedSources } from './use-cited-sources'
import { usePictures } from './use-pictures'
import { useShownText } from './use-shown-text'

/**
 * Everything the desk shows of a session: the talk as parsed, its time, its deck and its problems. All of it is of {@link useShownText}; after a deed the
 * outline is there at once, and the slides follow.
 * @param options.audience whose version is previewed; empty for everything
 */
export function useTalkView(session: TalkSession, { audience }: { audience: string }) {
  const shownText = useShownText(session)
  const { text } = shownText

  // Each remembers what it read last, so that a keystroke costs the reading of one block.
  const [parse] = useState(talkParser)
  const [parseForAudience] = useState(talkParser)
  const [layOut] = useState(deckLayouter)
  const [parseHeard] = useState(talkParser)

  const settledText = useDeferredValue(text)
  const designs = useDesigns()
  const parsed = useMemo(() => parse(text, { designs: designs.keys }), [parse, text, designs])
  const talk = parsed.value
  const { lecturer, pace } = useLecturerPace(talk.front.speaker)
  const everything = useMemo(() => timeTalk(talk, pace), [talk, pace])

  // For everybody it is the talk itself.
  const settledTalk = useDeferredValue(talk)
  const shown = useMemo(() => (audience === '' ? settledTalk : parseForAudience(settledText, { audience }).value), [audience, settledTalk, parseForAudience, settledText])
  // Blocks that stand in for one another are heard by nobody together: the clock tells the time of whoever the talk is shown to, or given to; of
  // the base where that is nobody in particular.
  const heardBy = audience || talk.front.audience || ANYBODY
  const heardTalk = useMemo(() => (hasVariants(text) ? parseHeard(text, { audience: heardBy }).value : talk), [parseHeard, talk, text, heardBy])
  const heard = useMemo(() => (heardTalk === talk ? everything : timeTalk(heardTalk, pace)), [heardTalk, talk, everything, pace])
  const timing = useMemo(() => (heard === everything ? everything : timeAsHeard(everything, heard)), [everything, heard])

  const catalogue = useCatalogue()
  const lacking = useMemo(() => checkFormat(audience === '' ? heardTalk : { ...heardTalk, front: { ...heardTalk.front, audience } }, heard, catalogue), [heardTalk, heard, catalogue, audience])

  const cited = useCitedSources(shown)
  const { design, mode, template } = shown.front
  const theme = useMemo(() => themeOfTalk({ design, mode, template }, designs.find), [design, mode, template, designs])
  const { picture, pictureUrl } = usePictures(text, theme.template)
  const laidOut = useMemo(() => layOut(shown, { theme, metrics: metricsOf(theme), picture, cited, pace, language: shown.front.lang }), [layOut, shown, theme, picture, cited, pace])

  const problems = useMemo(
    (): Problem[] => [...parsed.warnings, ...laidOut.warnings, ...lacking].map((warning) => ({ warning, block: blockOfLine(talk, warning.place) })),
    [parsed.warnings, laidOut.warnings, lacking, talk],
  )

  return { shownText, talk, timing, heard, lecturer, pace, shown, deck: laidOut.value, theme, problems, picture, pictureUrl }
}
