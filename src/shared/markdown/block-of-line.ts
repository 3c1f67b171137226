import type { Talk } from '../model/block'

/** The key of the block that a warning's place, `line 12`, falls into; null where it names no line, or one before the first block. */
export function blockOfLine(talk: Talk, place: string): string | null {
  const line = Number(/^line (\d+)$/.exec(place)?.[1])
  if (!Number.isFinite(line)) return null
  return talk.sections.flatMap((section) => section.blocks).findLast((block) => block.span.line <= line)?.key ?? null
}
