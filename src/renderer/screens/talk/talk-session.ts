import type { TalkRecord } from '../../../shared/model/talk'
import type { HistoryChange, HistoryPage } from '../../../shared/model/talk-history'
import { PAGE, UndoStack } from './undo-stack'

/** Where the text on the screen stands towards the library. `saved` is only said after the engine has acknowledged the write. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

export type SessionSnapshot = {
  readonly text: string
  /** Counts the changes of the text. */
  readonly version: number
  /** Whether the last change was typed in an editor that shows it already: what follows from it may come a moment later. */
  readonly typing: boolean
  /** Counts the changes that no editor typed. At each, forms read the text anew. */
  readonly step: number
  readonly save: SaveState
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export type SaveTalk = (text: string, revision: number, history: HistoryChange) => Promise<TalkRecord>
/** Reads steps of undo from before; without `upTo` those around the present state. */
export type ReadHistory = (upTo: number | undefined, most: number) => Promise<HistoryPage>

export type EditOptions = {
  /** Edits with the same name that follow each other within {@link COALESCE_MS} become one step of undo. */
  readonly coalesce?: string
  /** Made in an editor that shows its own text: the rest of the desk may follow a moment later. */
  readonly typing?: boolean
}

/** Typing that pauses shorter than this belongs to one step of undo. */
export const COALESCE_MS = 1_000
/** A pause this long writes the text: "loses at most the last second", with room for the write itself. */
export const AUTOSAVE_MS = 500
/** While someone types without a pause, the text is still written this often. */
export const AUTOSAVE_AT_MOST_MS = 900
const RETRY_MS = 3_000

type Clock = { now(): number; after(ms: number, run: () => void): () => void }

const browserClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * One open talk: its Markdown, the undo over the whole of it (also of what was done before it was opened), and the autosave. Writes are serial, each based on the revision
 * that the engine acknowledged last; a talk changed elsewhere stops saving and is reported as `conflict`, never overwritten in silence.
 */
export class TalkSession {
  private text: string
  private version = 0
  private typing = false
  private step = 0
  private revision: number
  private savedText: string
  private save: SaveState = 'saved'
  private undoStack: UndoStack
  private reading: Promise<void> | null = null
  private hasRead = false
  private lastEdit: { name: string; at: number } | null = null
  private cancelTimer: (() => void) | null = null
  private firstUnsavedAt: number | null = null
  private writing: Promise<void> | null = null
  private listeners = new Set<() => void>()
  private current: SessionSnapshot

  constructor(
    record: Pick<TalkRecord, 'markdown' | 'revision'>,
    private readonly saveTalk: SaveTalk,
    private readonly clock: Clock = browserClock,
    private readonly readHistory: ReadHistory | null = null,
  ) {
    this.text = record.markdown
    this.savedText = record.markdown
    this.revision = record.revision
    this.undoStack = new UndoStack(record.revision)
    this.current = this.makeSnapshot()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): SessionSnapshot => this.current

  /** @returns the version that holds the text, see {@link SessionSnapshot} */
  edit(next: string, options: EditOptions = {}): number {
    if (next === this.text) return this.version
    const now = this.clock.now()
    const name = options.coalesce ?? ''
    const joins = name !== '' && this.lastEdit?.name === name && now - this.lastEdit.at < COALESCE_MS
    this.undoStack.note(this.text, joins)
    this.lastEdit = { name, at: now }
    this.show(next, options.typing ?? false)
    return this.version
  }

  undo(): void {
    this.walk('undo')
  }

  redo(): void {
    this.walk('redo')
  }

  /** Reads from the library what can be undone from before the talk was opened: near steps first, more as they are used up. */
  readMore(): Promise<void> {
    this.reading ??= this.readOnce().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  /** Writes what is not yet written; resolves when the library holds the text, or when that has failed or met a conflict. */
  async flush(): Promise<void> {
    this.cancelTimer?.()
    this.cancelTimer = null
    while (this.isUnsaved && this.save !== 'conflict') {
      await this.write()
      if (this.current.save === 'failed') return
    }
  }

  /** Gives in to the other window: its text replaces the one on the screen, which stays one step of undo away. */
  takeTheirs(record: Pick<TalkRecord, 'markdown' | 'revision'>): void {
    this.undoStack.startOver([record.markdown, this.text, record.markdown], record.revision)
    this.lastEdit = null
    this.revision = record.revision
    this.savedText = record.markdown
    this.save = 'saved'
    this.show(record.markdown, false)
    this.hasRead = false
    void this.readMore()
  }

  /** Keeps the text on the screen over the other window's: saves it as the next revision. */
  async keepMine(record: Pick<TalkRecord, 'markdown' | 'revision'>): Promise<void> {
    this.undoStack.startOver([record.markdown, this.text], record.revision)
    this.lastEdit = null
    this.revision = record.revision
    this.savedText = record.markdown
    this.save = 'waiting'
    this.publish()
    await this.flush()
    this.hasRead = false
    await this.readMore()
  }

  private get isUnsaved(): boolean {
    return this.text !== this.savedText || this.undoStack.isUnsaved
  }

  private walk(direction: 'undo' | 'redo', again = true): void {
    const text = this.undoStack[direction](this.text)
    this.lastEdit = null
    if (text !== null) this.show(text, false)
    else if (again && this.undoStack[direction === 'undo' ? 'canUndo' : 'canRedo']) void this.readMore().then(() => this.walk(direction, false))
    if (this.undoStack.wanted !== null) void this.readMore()
  }

  private async readOnce(): Promise<void> {
    if (this.readHistory === null) return
    try {
      const upTo = this.undoStack.wanted
      if (upTo === null && this.hasRead) return
      this.undoStack.takeIn(await this.readHistory(upTo ?? undefined, PAGE))
      this.hasRead = true
      this.publish()
    } catch {
      // What was done before stays out of reach for now; the text and what is done from here on are not concerned.
    }
  }

  private show(text: string, typing: boolean): void {
    this.text = text
    this.version++
    this.typing = typing
    if (!typing) this.step++
    if (this.save !== 'conflict') {
      this.save = text === this.savedText && this.writing === null ? 'saved' : 'waiting'
      this.schedule()
    }
    this.publish()
  }

  private schedule(): void {
    this.cancelTimer?.()
    this.cancelTimer = null
    if (!this.isUnsaved) {
      this.firstUnsavedAt = null
      return
    }
    const now = this.clock.now()
    this.firstUnsavedAt ??= now
    const wait = Math.max(0, Math.min(AUTOSAVE_MS, this.firstUnsavedAt + AUTOSAVE_AT_MOST_MS - now))
    this.cancelTimer = this.clock.after(wait, () => void this.write())
  }

  private write(): Promise<void> {
    this.writing ??= this.writeOnce().finally(() => {
      this.writing = null
      if (this.save === 'waiting' || (this.save === 'saved' && this.isUnsaved)) this.schedule()
    })
    return this.writing
  }

  private async writeOnce(): Promise<void> {
    const text = this.text
    const history = this.undoStack.unsaved(text)
    this.firstUnsavedAt = null
    this.save = 'saving'
    this.publish()
    try {
      const record = await this.saveTalk(text, this.revision, history.change)
      this.undoStack.acknowledge(history, record.revision)
      this.revision = record.revision
      this.savedText = text
      this.save = this.text === text ? 'saved' : 'waiting'
    } catch (error) {
      if (isConflict(error)) this.save = 'conflict'
      else {
        this.save = 'failed'
        // The draft stays in memory and is tried again: a full disk may be emptied, an engine may come back.
        this.cancelTimer?.()
        this.cancelTimer = this.clock.after(RETRY_MS, () => void this.write())
      }
    }
    this.publish()
  }

  private makeSnapshot(): SessionSnapshot {
    return { text: this.text, version: this.version, typing: this.typing, step: this.step, save: this.save, canUndo: this.undoStack.canUndo, canRedo: this.undoStack.canRedo }
  }

  private publish(): void {
    this.current = this.makeSnapshot()
    for (const listener of this.listeners) listener()
  }
}

const isConflict = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'talk-changed-elsewhere'
