import { rm } from 'node:fs/promises'
import { LecternError } from '../../shared/outcome'

export const bundleGone = (): LecternError =>
  new LecternError('bundle-gone', { 'zh-CN': '这份交换包已经处理过了，素材库没有改动。请重新打开它。', en: 'This bundle is not waiting any more; the library is unchanged. Please open it again.' })

/** Bundles that a window sent may wait at once; each is a file in the library's folder. */
const MOST_WAITING = 4

/** Bundles between opening and merging: files, removed when they are merged, discarded or crowded out. */
export class PendingBundles {
  readonly #files = new Map<string, string>()

  async add(bundleId: string, file: string): Promise<void> {
    this.#files.set(bundleId, file)
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_WAITING) break
      await this.discard(oldest)
    }
  }

  /** @throws LecternError `bundle-gone` */
  get(bundleId: string): string {
    const file = this.#files.get(bundleId)
    if (file === undefined) throw bundleGone()
    return file
  }

  async discard(bundleId: string): Promise<void> {
    const file = this.#files.get(bundleId)
    this.#files.delete(bundleId)
    if (file !== undefined) await rm(file, { force: true })
  }
}
