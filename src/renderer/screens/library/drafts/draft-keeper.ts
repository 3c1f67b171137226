import type { UnfinishedMaterial } from '../../../../shared/model/material-draft'

/** How long what is typed stays with the window alone, in milliseconds: what a process that is killed may lose. */
export const KEPT_WITHIN = 300

type Store = { readonly keep: (draft: UnfinishedMaterial) => Promise<void>; readonly drop: () => Promise<void> }

/** Stores what is being written: the latest at most {@link KEPT_WITHIN} after it was told, one write at a time. The store tells its failures itself. */
export class DraftKeeper {
  #latest: UnfinishedMaterial | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(readonly store: Store) {}

  /** May be called with every key. */
  keep(draft: UnfinishedMaterial): void {
    this.#latest = draft
    this.#timer ??= setTimeout(() => void this.flush(), KEPT_WITHIN)
  }

  /** Stores at once what waits. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#writing = this.#writeAfter(this.#writing)
    return this.#writing
  }

  /** Forgets it, whatever is still under way. */
  async drop(): Promise<void> {
    this.#latest = null
    await this.flush()
    await this.store.drop()
  }

  async #writeAfter(before: Promise<void>): Promise<void> {
    await before
    const draft = this.#latest
    this.#latest = null
    if (draft !== null) await this.store.keep(draft)
  }
}
