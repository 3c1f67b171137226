import { readFile, rm } from 'node:fs/promises'
import { LecternError } from '../../shared/outcome'

const gone = () => new LecternError('file-gone', { 'zh-CN': '这个文件已经取走了，请重新导出一次。', en: 'This file has been taken already. Please export it again.' })

/** Files that are finished and wait to be taken by a window, once each. */
export class OutgoingFiles {
  readonly #files = new Map<string, string>()

  add(ticket: string, file: string): void {
    this.#files.set(ticket, file)
  }

  /** The file's bytes; the file is gone afterwards. @throws LecternError `file-gone` */
  async take(ticket: string): Promise<Blob> {
    const file = this.#files.get(ticket)
    this.#files.delete(ticket)
    if (file === undefined) throw gone()
    try {
      return new Blob([await readFile(file)])
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw gone()
      throw error
    } finally {
      await rm(file, { force: true })
    }
  }

  /** Removes what nobody came for. */
  async clear(): Promise<void> {
    for (const file of this.#files.values()) await rm(file, { force: true })
    this.#files.clear()
  }
}
