import type { Block, Talk } from '../model/block'
import { perBlock } from '../model/per-block'
import type { Warning } from '../outcome'
import { readingLevel, type ReadingLevel } from '../reading/reading-level'
import { parseScript } from '../speech/parse-script'
import type { TalkTime } from '../speech/time-talk'
import { laneMissing, laneOutOfProportion, longSentences, noInteraction, rareCharacters } from './check-warnings'
import { audienceOf, type Audience, type Catalogue, type Format, type Lane } from './talk-formats'
import { timeBudget } from './time-budget'

/** A talk with fewer blocks is being begun: nothing is missing yet. */
const FEWEST_BLOCKS = 3
/** Below this part of its minutes a talk is unfinished, and proportions say nothing. */
const WRITTEN = 0.5
/** Proportions are spoken of only when it is known for this part of the time which lane it belongs to. */
const ATTRIBUTED = 0.7
/** Over or under its share by more than this part of it. */
const TOLERANCE = 0.5
/** A lane with less is too small for its proportion to matter. */
const SMALLEST_SHARE = 0.08
/** Audiences with less are content to listen. */
const WANTS_INTERACTION = 0.15
/** A mean of fewer sentences is chance. */
const FEWEST_SENTENCES = 4
const MOST_RARE = 0.015
const FEWEST_CHARACTERS = 120
/** Blocks named for their sentences; more than that are seen when these are mended. */
const MOST_NAMED = 3
const SHOWN_RARE = 5

/**
 * What a talk lacks of its format and of what its audience wishes, or has out of proportion. Nothing is said of a talk without a format that is known, of an
 * audience of which nothing is known, or of what a talk is too young to show.
 * @param talk as one audience hears it: conditions resolved
 * @param time of the same talk
 * @returns format-lane-missing, format-lane-share, no-interaction, long-sentences, rare-characters; `place` is the line of a block, or empty for the whole
 */
export const checkFormat = (talk: Talk, time: TalkTime, catalogue: Catalogue): readonly Warning[] => {
  const blocks = talk.sections.flatMap((section) => section.blocks)
  if (blocks.length < FEWEST_BLOCKS) return []
  const format = catalogue.formats.find(({ key }) => key === talk.front.format) ?? null
  const audience = audienceOf(talk.front.audience, catalogue)
  const lacking = format === null ? [] : missingLanes(format, blocks)
  return [
    ...(format === null ? [] : lacking.map((lane) => laneMissing(format.name, lane))),
    // Said once, whether the format or the audience asks for it.
    ...(audience !== null && audience.interaction >= WANTS_INTERACTION && !lacking.includes('interaction') && !blocks.some(isInteraction) ? [noInteraction(audience.name)] : []),
    ...(format === null ? [] : outOfProportion(talk, time, format, audience)),
    ...(audience === null || talk.front.lang !== 'zh-CN' ? [] : hardToFollow(blocks, audience)),
  ]
}

const isInteraction = perBlock(
  ({ kind }, said) => kind === 'discussion' || kind === 'activity' || kind === 'question' || parseScript(said).some((segment) => segment.kind === 'cue' && (segment.cue.kind === 'ask' || segment.cue.kind === 'activity')),
)

const isSourced = ({ content: { kind }, citations }: Block): boolean => kind === 'quote' || citations.length > 0

/** How a lane shows in a block, whatever its title. The lanes that are not named show in nothing that could be looked for. */
const evidence: Partial<Readonly<Record<Lane, (block: Block) => boolean>>> = {
  case: ({ content: { kind } }) => kind === 'case' || kind === 'local-case',
  policy: isSourced,
  theory: isSourced,
  interaction: isInteraction,
  question: ({ content: { kind } }) => kind === 'question' || kind === 'discussion',
  quiz: ({ content: { kind } }) => kind === 'question',
}

/** Lanes of the format that no block of the talk shows, neither by its content nor by the title that the format gave it. */
const missingLanes = (format: Format, blocks: readonly Block[]): readonly Lane[] => {
  const titled = lanesByTitle(format)
  const has = (lane: Lane): boolean => blocks.some((block) => titled.get(block.title) === lane || evidence[lane]?.(block) === true)
  return [...new Set(format.sections.flatMap((section) => section.blocks.map(({ lane }) => lane)))].filter((lane) => evidence[lane] !== undefined && !has(lane))
}

const lanesByTitle = (format: Format): ReadonlyMap<string, Lane> => new Map(format.sections.flatMap(({ blocks }) => blocks.flatMap(({ title, lane }) => [[title['zh-CN'], lane] as const, [title.en, lane] as const])))

const outOfProportion = (talk: Talk, time: TalkTime, format: Format, audience: Audience | null): readonly Warning[] => {
  const { minutes } = talk.front
  if (minutes === null || time.seconds < minutes * 60 * WRITTEN) return []
  const titled = lanesByTitle(format)
  const spoken = talk.sections.flatMap((section, index) => section.blocks.map((block, at) => ({ block, lane: titled.get(block.title) ?? null, seconds: time.sections[index]?.blocks[at]?.seconds ?? 0 })))
  const known = spoken.reduce((sum, { lane, seconds }) => sum + (lane === null ? 0 : seconds), 0)
  if (known < time.seconds * ATTRIBUTED) return []
  const budget = timeBudget(format, audience, minutes).flatMap(({ blocks }) => blocks)
  return [...new Set(budget.map(({ block }) => block.lane))].flatMap((lane) => {
    const planned = budget.reduce((sum, { block, seconds }) => sum + (block.lane === lane ? seconds : 0), 0) / (minutes * 60)
    const own = spoken.filter((one) => one.lane === lane)
    const actual = own.reduce((sum, { seconds }) => sum + seconds, 0) / time.seconds
    // Opening and closing are what is left; a lane that is wholly missing has been named.
    if (lane === 'frame' || own.length === 0 || planned < SMALLEST_SHARE || Math.abs(actual - planned) <= planned * TOLERANCE) return []
    const longest = own.toSorted((a, b) => b.seconds - a.seconds)[0]
    return [laneOutOfProportion(lane, actual, planned, longest?.block ?? null)]
  })
}

const levelOf = perBlock((_content, said): ReadingLevel => readingLevel(said))

/** Blocks whose sentences are longer than the audience follows easily, the longest first, where the talk as a whole is; and those full of rare characters. */
const hardToFollow = (blocks: readonly Block[], { name, sentence }: Audience): readonly Warning[] => {
  const measured = blocks.flatMap((block): { block: Block; level: ReadingLevel }[] => (block.script === null ? [] : [{ block, level: levelOf(block) }]))
  const sentences = measured.reduce((sum, { level }) => sum + level.sentences, 0)
  const characters = measured.reduce((sum, { level }) => sum + level.characters, 0)
  const tooLong = sentences < FEWEST_SENTENCES || characters / sentences <= sentence ? [] : measured.filter(({ level }) => level.sentences >= FEWEST_SENTENCES && level.sentenceLength > sentence).toSorted((a, b) => b.level.sentenceLength - a.level.sentenceLength)
  const rare = measured.filter(({ level }) => level.characters >= FEWEST_CHARACTERS && level.rareShare > MOST_RARE)
  return [
    ...tooLong.slice(0, MOST_NAMED).map(({ block, level }) => longSentences(block, name, level.sentenceLength, sentence)),
    ...rare.map(({ block, level }) => rareCharacters(block, level.rare.slice(0, SHOWN_RARE))),
  ]
}
