import type { TalkId } from '../../shared/model/ids'
import type { HistoryChange, HistoryPage } from '../../shared/model/talk-history'
import type { TextDelta } from '../../shared/model/text-delta'
import { applyDelta, deltaBetween, inverted } from '../../shared/text-diff/text-delta'
import type { Change } from './journal'
import type { Sql } from './sql'
import type { Tables } from './tables'

/** What the steps of one talk may take, in characters; when it is more, the oldest are folded away down to three quarters of it. */
export const MOST_UNDO = 4 * 1024 * 1024
/** A row costs more than its delta. */
const ROW = 100

type Head = { readonly talk_id: string; readonly revision: number; readonly done: number; readonly top: number; readonly size: number }
type StepRow = { readonly id: string; readonly position: number; readonly delta: string; readonly size: number }
type Step = { readonly position: number; readonly delta: TextDelta }

export const talkUndoStatements = {
  head: 'SELECT talk_id, revision, done, top, size FROM talk_histories WHERE talk_id = :talk',
  bottom: 'SELECT min(position) - 1 FROM talk_steps WHERE talk_id = :talk',
  steps: 'SELECT position, delta FROM talk_steps WHERE talk_id = :talk AND position > :after AND position <= :upTo ORDER BY position',
  oldest: 'SELECT id, position, size FROM talk_steps WHERE talk_id = :talk AND position <= :upTo ORDER BY position',
  above: 'SELECT id, position, size FROM talk_steps WHERE talk_id = :talk AND position > :after ORDER BY position',
} as const

/** Where one save leads: the stored steps up to `keep`, then `steps`, of all these `done` done. */
type Plan = { readonly keep: number; readonly steps: readonly TextDelta[]; readonly done: number }

/**
 * The stack of undo of every talk, beside its text and in the same transaction, so that the two always fit: what a window tells of its stack is tried
 * on the stored text first, and what does not lead to the text that is saved is replaced by the one step that does.
 */
export class TalkUndo {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly env: { readonly clock: () => number; readonly newId: () => string },
  ) {}

  /** See `talkHistory.steps`. @param revision the talk's present one; a stack that belongs to another is as good as none */
  page(talk: TalkId, revision: number, upTo: number | undefined, most: number): HistoryPage {
    const head = this.#head(talk)
    if (head?.revision !== revision) return { revision, done: 0, bottom: 0, top: 0, steps: [] }
    const [after, last] = upTo === undefined ? [head.done - most, head.done + most] : [upTo - most, upTo]
    return { revision, done: head.done, bottom: this.#bottom(talk, head), top: head.top, steps: this.#steps(talk, after, last).map(({ position, delta }) => ({ position, delta: [...delta] })) }
  }

  /** Within the transaction that saves a talk. @param change what the window tells of its stack; null when it tells nothing */
  follow(talk: TalkId, before: { readonly markdown: string; readonly revision: number }, after: { readonly markdown: string; readonly revision: number }, change: HistoryChange | null): void {
    const stored = this.#head(talk)
    const head = stored?.revision === before.revision ? stored : this.#begin(talk, before.revision)
    const plan = (change && this.#planOf(talk, head, before.markdown, after.markdown, change)) ?? oneStep(head, before.markdown, after.markdown)
    let size = head.size
    for (const row of this.sql.all<StepRow>(talkUndoStatements.above, { talk, after: plan.keep })) {
      this.tables.replace('talk_steps', row.id, [])
      size -= row.size
    }
    for (const [index, delta] of plan.steps.entries()) {
      const id = this.env.newId()
      const text = JSON.stringify(delta)
      this.tables.replace('talk_steps', id, [{ no: null, id, talk_id: talk, position: plan.keep + index + 1, delta: text, size: text.length + ROW, at: this.env.clock() }], [])
      size += text.length + ROW
    }
    if (size > MOST_UNDO) size -= this.#fold(talk, plan.done, size - MOST_UNDO * 0.75)
    this.tables.replace('talk_histories', talk, [{ talk_id: talk, revision: after.revision, done: plan.done, top: plan.keep + plan.steps.length, size }])
  }

  /** Within a deed: for the emptying of the trash. */
  forget(change: Change, talk: string): void {
    for (const { id } of this.sql.all<StepRow>(talkUndoStatements.above, { talk, after: 0 })) change('talk_steps', id, [])
    change('talk_histories', talk, [])
  }

  /** A stack that fits the text: an older one is of no use to it. */
  #begin(talk: TalkId, revision: number): Head {
    for (const { id } of this.sql.all<StepRow>(talkUndoStatements.above, { talk, after: 0 })) this.tables.replace('talk_steps', id, [])
    return { talk_id: talk, revision, done: 0, top: 0, size: 0 }
  }

  /** @returns null where what the window tells does not lead from the one text to the other */
  #planOf(talk: TalkId, head: Head, before: string, after: string, { keep: kept, steps, move }: HistoryChange): Plan | null {
    const keep = kept === null ? head.top : head.done + kept
    const done = head.done + move
    const bottom = this.#bottom(talk, head)
    if (keep < bottom || keep > head.top || done < bottom || done > keep + steps.length) return null
    let text = this.#walk(talk, before, head.done, keep)
    if (done < keep && this.#walk(talk, before, head.done, done) !== after) return null
    if (done === keep && text !== after) return null
    for (const [index, delta] of steps.entries()) {
      text = text === null ? null : applyDelta(text, delta)
      if (keep + index + 1 === done && text !== after) return null
    }
    return text === null ? null : { keep, steps, done }
  }

  /** The text at another state of the stored stack; null when the stack does not fit it. */
  #walk(talk: TalkId, text: string, from: number, to: number): string | null {
    const steps = this.#steps(talk, Math.min(from, to), Math.max(from, to))
    const deltas = to < from ? steps.toReversed().map(({ delta }) => inverted(delta)) : steps.map(({ delta }) => delta)
    return deltas.reduce<string | null>((reached, delta) => (reached === null ? null : applyDelta(reached, delta)), text)
  }

  #steps(talk: TalkId, after: number, upTo: number): Step[] {
    return this.sql.all<StepRow>(talkUndoStatements.steps, { talk, after, upTo }).map(({ position, delta }) => ({ position, delta: JSON.parse(delta) as TextDelta }))
  }

  /** @returns how much it freed; the last step that is done always stays */
  #fold(talk: TalkId, done: number, wanted: number): number {
    let freed = 0
    for (const row of this.sql.all<StepRow>(talkUndoStatements.oldest, { talk, upTo: done - 1 })) {
      if (freed >= wanted) break
      this.tables.replace('talk_steps', row.id, [])
      freed += row.size
    }
    return freed
  }

  #bottom(talk: TalkId, head: Head): number {
    return this.sql.value<number | null>(talkUndoStatements.bottom, { talk }) ?? head.top
  }

  #head(talk: string): Head | undefined {
    return this.sql.one<Head>(talkUndoStatements.head, { talk })
  }
}

const oneStep = ({ done, top }: Head, before: string, after: string): Plan => {
  const delta = deltaBetween(before, after)
  return delta.length === 0 ? { keep: top, steps: [], done } : { keep: done, steps: [delta], done: done + 1 }
}
