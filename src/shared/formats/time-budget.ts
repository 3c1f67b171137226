import type { Audience, Format, FormatBlock } from './talk-formats'

export type BlockBudget = { readonly block: FormatBlock; readonly seconds: number }
export type SectionBudget = { readonly section: Format['sections'][number]; readonly seconds: number; readonly blocks: readonly BlockBudget[] }

/** A block that gets less is left out: half a minute is one thought. */
const SHORTEST_BLOCK = 30
const storyLanes: readonly FormatBlock['lane'][] = ['story', 'case', 'sharing', 'performance']

/**
 * How the minutes of a talk fall to the blocks of its format. The audience's profile decides what part is interaction and what part of the rest
 * is told in stories and cases, where the format has such blocks; within each part the format's own shares hold. Whole steps of ten seconds;
 * the sum is the talk's time exactly. A short talk leaves out what would be shorter than half a minute, the smallest shares first.
 */
export const timeBudget = (format: Format, audience: Audience | null, minutes: number): readonly SectionBudget[] => {
  const weights = weightsFor(format, audience)
  const total = Math.round(minutes * 60)
  let kept = [...weights].filter(([, weight]) => weight > 0)
  const sum = (): number => kept.reduce((all, [, weight]) => all + weight, 0)
  for (let smallest = least(kept); kept.length > 1 && smallest !== undefined && (smallest[1] / sum()) * total < SHORTEST_BLOCK; smallest = least(kept)) {
    const out = smallest
    kept = kept.filter((entry) => entry !== out)
  }
  const seconds = new Map<FormatBlock, number>()
  let given = 0
  let weightSoFar = 0
  for (const [index, [block, weight]] of kept.entries()) {
    weightSoFar += weight
    const until = index === kept.length - 1 ? total : Math.round(((weightSoFar / sum()) * total) / 10) * 10
    seconds.set(block, until - given)
    given = until
  }
  return format.sections
    .map((section) => {
      const blocks = section.blocks.flatMap((block): readonly BlockBudget[] => {
        const own = seconds.get(block)
        return own === undefined ? [] : [{ block, seconds: own }]
      })
      return { section, seconds: blocks.reduce((all, block) => all + block.seconds, 0), blocks }
    })
    .filter(({ blocks }) => blocks.length > 0)
}

const least = (entries: readonly (readonly [FormatBlock, number])[]): readonly [FormatBlock, number] | undefined => [...entries].sort((a, b) => a[1] - b[1])[0]

type Part = 'interaction' | 'story' | 'rest'
const partOf = ({ lane }: FormatBlock): Part => (lane === 'interaction' ? 'interaction' : storyLanes.includes(lane) ? 'story' : 'rest')

const weightsFor = (format: Format, audience: Audience | null): ReadonlyMap<FormatBlock, number> => {
  const blocks = format.sections.flatMap((section) => section.blocks)
  if (audience === null) return new Map(blocks.map((block) => [block, block.share]))
  const shareOf = (wanted: Part): number => blocks.filter((block) => partOf(block) === wanted).reduce((all, block) => all + block.share, 0)
  // Halfway between the format's own idea and the audience's: the format must stay recognisable.
  const target = { interaction: audience.interaction, story: (1 - audience.interaction) * audience.storyShare, rest: (1 - audience.interaction) * (1 - audience.storyShare) }
  return new Map(blocks.map((block) => [block, block.share * ((1 + (target[partOf(block)] * 100) / shareOf(partOf(block))) / 2)]))
}
