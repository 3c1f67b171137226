import type { Rehearsal, RehearsedBlock } from '../model/rehearsal'

/** Seconds planned and spoken. */
export type Compared = { readonly planned: number; readonly spoken: number }
export type SectionReport = Compared & { readonly title: string; readonly blocks: readonly RehearsedBlock[] }
export type RehearsalReport = Compared & {
  readonly sections: readonly SectionReport[]
  /** Where the time ran: the blocks that took most over their plan, worst first. */
  readonly longest: readonly RehearsedBlock[]
  /** Blocks that were to take time and were never on. */
  readonly skipped: readonly RehearsedBlock[]
}

/** How far over is worth a word: a tenth of the plan and ten seconds. */
const WORTH_SAYING = { share: 0.1, seconds: 10 }
const MOST_NAMED = 5

/** A rehearsal against its plan; all figures are sums of the blocks'. */
export const reportOf = ({ blocks }: Pick<Rehearsal, 'blocks'>): RehearsalReport => {
  const sections: { title: string; blocks: RehearsedBlock[] }[] = []
  for (const block of blocks) {
    const last = sections.at(-1)
    if (last?.title === block.section) last.blocks.push(block)
    else sections.push({ title: block.section, blocks: [block] })
  }
  return {
    ...added(blocks),
    sections: sections.map((section) => ({ ...section, ...added(section.blocks) })),
    longest: blocks
      .filter(isOver)
      .toSorted((a, b) => over(b) - over(a))
      .slice(0, MOST_NAMED),
    skipped: blocks.filter(({ planned, spoken }) => planned > 0 && spoken === 0),
  }
}

/** Whether a block took so much more than planned that it is worth a word. */
export const isOver = (compared: Compared): boolean => over(compared) >= Math.max(WORTH_SAYING.seconds, compared.planned * WORTH_SAYING.share)

const over = ({ planned, spoken }: Compared): number => spoken - planned
const added = (parts: readonly Compared[]): Compared => parts.reduce((sum, { planned, spoken }) => ({ planned: sum.planned + planned, spoken: sum.spoken + spoken }), { planned: 0, spoken: 0 })
