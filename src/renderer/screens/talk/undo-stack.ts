import type { HistoryChange, HistoryPage } from '../../../shared/model/talk-history'
import type { TextDelta } from '../../../shared/model/text-delta'
import { applyDelta, deltaBetween, inverted } from '../../../shared/text-diff/text-delta'

/** What a write takes along; handed back when it was acknowledged. */
export type UnsavedHistory = { readonly change: HistoryChange; readonly at: number }

/** So many steps are kept at hand on either side of where the user is. */
const NEAR = 20
/** So many are read at once. */
export const PAGE = 100

/**
 * The undo of one talk: every step as what it changed, not as a text. States are counted from the one that the talk was opened in (0), older ones
 * negative; what was done before the opening is read from the library when it is wanted. The library is told of changes at every write.
 */
export class UndoStack {
  /** The steps that lead from state `base` upwards. */
  private steps: TextDelta[] = []
  private base = 0
  private at = 0
  /** The step that is being typed: the text before it. Its delta is made once it is needed. */
  private open: string | null = null
  /** The library's count of a state minus ours; null until its first page has been read. */
  private offset: number | null = null
  private hasOlder = false
  private hasNewer = false
  /** The state that the library knows as ours, and up to where its steps are still these; Infinity: all of them. */
  private acknowledged = 0
  private kept = Infinity
  /** The same as `kept`, since the write that is under way began. */
  private keptSinceWrite = Infinity
  /** Where we stood at each revision that we know, the newest last. */
  private readonly states: Map<number, number>

  /** @param revision of the talk as it was opened */
  constructor(private revision: number) {
    this.states = new Map([[revision, 0]])
  }

  get canUndo(): boolean {
    return this.at > this.base || this.hasOlder
  }

  get canRedo(): boolean {
    return this.at < this.top || this.hasNewer
  }

  /** Whether the library does not yet have what was done. */
  get isUnsaved(): boolean {
    return this.kept !== Infinity || this.at !== this.acknowledged
  }

  /** Up to where the library's steps should be read next, in its own count; null when all that are near are held. */
  get wanted(): number | null {
    if (this.offset === null) return null
    if (this.hasOlder && this.at - this.base < NEAR) return this.base + this.offset
    return this.hasNewer && this.top - this.at < NEAR ? this.top + this.offset + PAGE : null
  }

  private get top(): number {
    return this.base + this.steps.length
  }

  /**
   * A change is about to be made.
   * @param text before it
   * @param joins whether it goes on with the step that was begun last
   */
  note(text: string, joins: boolean): void {
    if (!joins || this.open === null) {
      this.close(text)
      this.steps.length = this.at - this.base
      this.hasNewer = false
      this.steps.push([])
      this.at++
      this.open = text
    }
    this.kept = Math.min(this.kept, this.at - 1)
    this.keptSinceWrite = Math.min(this.keptSinceWrite, this.at - 1)
  }

  /** @returns the text before the last step; null when there is none at hand */
  undo(text: string): string | null {
    this.close(text)
    const delta = this.steps[this.at - this.base - 1]
    if (delta === undefined) return null
    const before = applyDelta(text, inverted(delta))
    if (before === null) this.forgetOlder()
    else this.at--
    return before
  }

  /** @returns the text after the next step; null when there is none at hand */
  redo(text: string): string | null {
    this.close(text)
    const delta = this.steps[this.at - this.base]
    const after = delta === undefined ? null : applyDelta(text, delta)
    if (after !== null) this.at++
    return after
  }

  /** @param text as it is written. Typing may go on in the step that is written now: with the next write it is written again. */
  unsaved(text: string): UnsavedHistory {
    const { open } = this
    this.close(text)
    if (open !== null && open !== text) this.open = open
    this.keptSinceWrite = Infinity
    const { kept, acknowledged } = this
    return { at: this.at, change: { keep: kept === Infinity ? null : kept - acknowledged, steps: kept === Infinity ? [] : this.steps.slice(Math.max(kept - this.base, 0)), move: this.at - acknowledged } }
  }

  /** The library has what {@link unsaved} gave. */
  acknowledge({ at }: UnsavedHistory, revision: number): void {
    this.acknowledged = at
    this.kept = this.keptSinceWrite
    this.states.set(revision, at)
    this.revision = revision
  }

  /** Takes in a page of the library's steps; one that is of another time is passed over. */
  takeIn(page: HistoryPage): void {
    const state = this.states.get(page.revision)
    if (state === undefined) return
    const offset = page.done - state
    if (this.offset !== null && this.offset !== offset) {
      // The library has begun a new stack: what was before is gone.
      this.hasOlder = false
      this.hasNewer = false
      return
    }
    this.offset = offset
    const deltas = new Map(page.steps.map(({ position, delta }) => [position - offset, delta]))
    for (let below = deltas.get(this.base); below !== undefined; below = deltas.get(this.base)) {
      this.steps.unshift(below)
      this.base--
    }
    this.hasOlder = page.bottom < this.base + offset
    // What was undone before the opening can be redone as long as nothing else has been done.
    if (this.kept !== Infinity || page.revision !== this.revision) return
    for (let above = deltas.get(this.top + 1); above !== undefined; above = deltas.get(this.top + 1)) this.steps.push(above)
    this.hasNewer = page.top > this.top + offset
  }

  /**
   * Another window has saved. Our steps were made from a text that is the library's no longer; what led from there to here becomes one step.
   * @param texts one after the other: theirs, which the library holds at `revision`, and what the screen showed and shows since
   */
  startOver(texts: readonly string[], revision: number): void {
    this.steps = texts.slice(1).map((text, index) => deltaBetween(texts[index] ?? '', text))
    this.base = 0
    this.at = this.steps.length
    this.open = null
    this.offset = null
    this.hasOlder = false
    this.hasNewer = false
    this.revision = revision
    this.acknowledged = 0
    this.kept = this.steps.length > 0 ? 0 : Infinity
    this.keptSinceWrite = this.kept
    this.states.clear()
    this.states.set(revision, 0)
  }

  /** Makes the delta of the step that is being typed; one that changed nothing in the end is none. */
  private close(text: string): void {
    if (this.open === null) return
    const delta = deltaBetween(this.open, text)
    this.open = null
    if (delta.length > 0) this.steps[this.at - this.base - 1] = delta
    else {
      this.steps.pop()
      this.at--
    }
  }

  /** Steps that do not fit the text are of no use; the text itself is never at risk. */
  private forgetOlder(): void {
    const held = this.at - this.base
    this.steps.splice(0, held)
    this.base = this.at
    this.hasOlder = false
  }
}

