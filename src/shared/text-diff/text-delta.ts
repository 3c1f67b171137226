import { changedSpan } from './changed-span'
import type { Splice, TextDelta } from '../model/text-delta'

/** A change that reaches further than this is looked at again, so that what stands between two small changes is not stored. */
const WIDE = 200

const linesOf = (text: string): string[] => text.split(/(?<=\n)/u)

/**
 * The splices that turn `before` into `after`; none when they are equal. One span where one place changed; line by line where many places did
 * (replace all); the shorter half where a stretch only changed places (a block that was moved).
 */
export const deltaBetween = (before: string, after: string): TextDelta => {
  const span = changedSpan(before, after)
  if (span === null) return []
  const removed = before.slice(span.from, span.to)
  if (Math.min(removed.length, span.insert.length) <= WIDE) return [[span.from, removed, span.insert]]
  return rotation(before, after, span) ?? lineByLine(span.from, removed, span.insert) ?? [[span.from, removed, span.insert]]
}

/**
 * AB → BA as one removal and one insertion of the shorter of the two; null when it is none. What A and B begin and end with alike counts as
 * unchanged at first: whole lines and the blank ones behind them are looked at, as they are moved.
 */
const rotation = (before: string, after: string, { from, to, insert }: NonNullable<ReturnType<typeof changedSpan>>): TextDelta | null => {
  if (to - from !== insert.length) return null
  const at = before.lastIndexOf('\n', from - 1) + 1
  const lineEnd = before.indexOf('\n', to)
  const end = lineEnd < 0 ? before.length : lineEnd + (/^\s*/u.exec(before.slice(lineEnd, lineEnd + WIDE))?.[0].length ?? 0)
  const [old, young] = [before.slice(at, end), after.slice(at, end)]
  const head = (old + old).indexOf(young)
  if (head <= 0) return null
  return head <= old.length - head
    ? [
        [at, old.slice(0, head), ''],
        [end, '', old.slice(0, head)],
      ]
    : [
        [at, '', old.slice(head)],
        [at + head, old.slice(head), ''],
      ]
}

/** The splices of every line that changed, where the lines answer one another; null when they do not. */
const lineByLine = (at: number, before: string, after: string): TextDelta | null => {
  const [old, young] = [linesOf(before), linesOf(after)]
  if (old.length !== young.length) return null
  const splices: Splice[] = []
  let place = at
  for (const [index, line] of old.entries()) {
    const other = young[index] ?? ''
    const span = changedSpan(line, other)
    if (span !== null) splices.push([place + span.from, line.slice(span.from, span.to), span.insert])
    place += line.length
  }
  return splices
}

/** `text` with the delta applied; null when the delta is of another text. */
export const applyDelta = (text: string, delta: TextDelta): string | null => {
  const parts: string[] = []
  let reached = 0
  for (const [at, removed, added] of delta) {
    if (at < reached || !text.startsWith(removed, at) || at > text.length) return null
    parts.push(text.slice(reached, at), added)
    reached = at + removed.length
  }
  parts.push(text.slice(reached))
  return parts.join('')
}

/** What takes a delta back: applied to the text after, it gives the text before. */
export const inverted = (delta: TextDelta): TextDelta => {
  let shift = 0
  return delta.map(([at, removed, added]): Splice => {
    const place = at + shift
    shift += added.length - removed.length
    return [place, added, removed]
  })
}
