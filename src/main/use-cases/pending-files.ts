import { rm } from 'node:fs/promises'
import { LecternError } from '../../shared/outcome'

export const bundleGone = (): LecternError =>
  new LecternError('bundle-gone', { 'zh-CN': '这份交换包已经处理过了，素材库没有改动。请重新打开它。', en: 'This bundle is not waiting any more; the library is unchanged. Please open it again.' })

export const backupGone = (): LecternError =>
  new LecternError('backup-gone', { 'zh-CN': '这份备份已经处理过了，素材库没有改动。请重新选择文件。', en: 'This backup is not waiting any more; the library is unchanged. Please choose the file again.' })

/** Files that a window sent may wait at once; each lies in the library's folder. */
const MOST_WAITING = 4

/** Bundles and backups between opening and the user's word: files, removed when they are used, discarded or crowded out. */
export class PendingFiles {
  readonly #files = new Map<string, string>()

  /** @param gone what is said of a file that is not waiting */
  constructor(readonly gone: () => LecternError) {}

  async add(id: string, file: string): Promise<void> {
    this.#files.set(id, file)
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= MOST_WAITING) break
      await this.discard(oldest)
    }
  }

  /** @throws LecternError as `gone` makes it */
  get(id: string): string {
    const file = this.#files.get(id)
    if (file === undefined) throw this.gone()
    return file
  }

  async discard(id: string): Promise<void> {
    const file = this.#files.get(id)
    this.#files.delete(id)
    if (file !== undefined) await rm(file, { force: true })
  }
}
