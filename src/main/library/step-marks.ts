import { fingerprint } from '../../shared/in-step/fingerprint'
import { followMarks } from '../../shared/in-step/step-marks'
import { blockTextsOf } from '../../shared/markdown/block-texts'
import type { TalkId } from '../../shared/model/ids'
import { StepMark } from '../../shared/model/in-step'
import type { Change } from './journal'
import type { Sql } from './sql'
import type { Tables } from './tables'

type Text = { readonly markdown: string; readonly revision: number }

export const stepMarkStatements = {
  get: 'SELECT revision, marks FROM talk_marks WHERE talk_id = :talk',
} as const

/** Which blocks of each talk are out of step with themselves, beside its text and in the same transaction. */
export class StepMarks {
  constructor(
    readonly sql: Sql,
    readonly tables: Tables,
    readonly env: { readonly clock: () => number; readonly changed: () => void },
  ) {}

  /** @param revision the talk's present one; marks of another belong to a text that is gone, and are as good as none */
  of(talk: TalkId, revision: number): StepMark[] {
    const row = this.sql.one<{ revision: number; marks: string }>(stepMarkStatements.get, { talk })
    return row?.revision === revision ? StepMark.array().parse(JSON.parse(row.marks)) : []
  }

  /** Within the transaction that saves a talk. */
  follow(talk: TalkId, before: Text, after: Text): void {
    const marks = before.markdown === after.markdown ? this.of(talk, before.revision) : followMarks(this.of(talk, before.revision), blockTextsOf(before.markdown), blockTextsOf(after.markdown), this.env.clock())
    this.#put(talk, after.revision, marks)
  }

  /**
   * The user has said that slide and script of a block agree.
   * @param print fingerprint of the block's text
   * @returns the mark that this took away, for {@link reopen}; null when there was none
   */
  confirm(talk: TalkId, text: Text, print: string): StepMark | null {
    const block = blockOf(text, print)
    const marks = this.of(talk, text.revision)
    const mark = marks.find((one) => one.block === block) ?? null
    if (mark !== null) this.#write(talk, text.revision, marks.filter((one) => one !== mark))
    return mark
  }

  /** Takes {@link confirm} back, as long as the block still says what it said then. */
  reopen(talk: TalkId, text: Text, print: string, mark: StepMark): void {
    const block = blockOf(text, print)
    if (block >= 0) this.#write(talk, text.revision, [...this.of(talk, text.revision).filter((one) => one.block !== block), { ...mark, block }])
  }

  /** Within a deed: for the emptying of the trash. */
  forget(change: Change, talk: string): void {
    change('talk_marks', talk, [])
  }

  #write(talk: TalkId, revision: number, marks: readonly StepMark[]): void {
    this.sql.transaction(() => this.#put(talk, revision, marks))
    this.env.changed()
  }

  #put(talk: TalkId, revision: number, marks: readonly StepMark[]): void {
    this.tables.replace('talk_marks', talk, marks.length === 0 ? [] : [{ talk_id: talk, revision, marks: JSON.stringify(marks) }])
  }
}

const blockOf = ({ markdown }: Text, print: string): number => blockTextsOf(markdown).findIndex(({ text }) => fingerprint(text) === print)
