import { LecternError } from '../../shared/outcome'
import type { Failure } from '../../shared/contract/failure'
import { failureOf } from '../../shared/contract/failure'
import type { Library } from '../library/library'
import type { CheckCopy } from '../library/backup/check-copy'

/** The first look comes when the window has long been usable: a backup reads the whole database from the disk. */
const FIRST_LOOK = 30_000
const BETWEEN_LOOKS = 15 * 60_000

type Environment = {
  readonly library: () => Library
  readonly check: CheckCopy
  readonly clock: () => number
  /** Told when a backup failed, or succeeded after one that failed. */
  readonly changed: () => void
  readonly firstLook?: number
  readonly betweenLooks?: number
}

const dayOf = (time: number): string => new Date(time).toDateString()

/**
 * Automatic backups: one soon after the start and one when a new day has begun while Lectern is open — if anything has been stored since the last. A
 * failure is kept for the window to tell, and the next look tries again.
 */
export class BackupSchedule {
  #failure: Failure | null = null
  #timer: NodeJS.Timeout | null = null
  /** Day of the last look that left nothing to do; another one follows when the day has changed. */
  #doneOn = ''
  readonly #stop = new AbortController()

  constructor(readonly env: Environment) {}

  start(): void {
    this.#wait(this.env.firstLook ?? FIRST_LOOK)
  }

  /** Why the last automatic backup failed; null when it did not. */
  get failure(): Failure | null {
    return this.#failure
  }

  stop(): void {
    this.#stop.abort()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  /** Makes the day's backup unless it is made, or nothing has changed. Never throws. */
  async look(): Promise<void> {
    const today = dayOf(this.env.clock())
    if (today === this.#doneOn) return
    const before = this.#failure
    try {
      const { backups } = this.env.library()
      if (backups.due()) await backups.make('daily', { check: this.env.check, signal: this.#stop.signal })
      this.#failure = null
      this.#doneOn = today
    } catch (error) {
      if (this.#stop.signal.aborted) return
      // Somebody is making one by hand, or the library was just exchanged: no failure, and the next look finds out.
      if (error instanceof LecternError && (error.code === 'backup-running' || error.code === 'cancelled')) return
      this.#failure = error instanceof LecternError ? { code: error.code, message: error.localized } : failureOf(error)
    }
    if ((before === null) !== (this.#failure === null)) this.env.changed()
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.look().finally(() => this.#stop.signal.aborted || this.#wait(this.env.betweenLooks ?? BETWEEN_LOOKS)), milliseconds)
    this.#timer.unref()
  }
}
