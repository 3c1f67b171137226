import { closeSync, constants, ftruncateSync, openSync, write } from 'node:fs'
import { promisify } from 'node:util'

const writeAt = promisify(write)

/**
 * Writes files past the memory that the system keeps files in, where it can (`O_DIRECT` of Linux; libuv's documentation of `uv_fs_open`): gigabytes that nobody reads soon do not push out what the
 * programs of a small computer need, and the processor does not copy them.
 */
export class DirectFiles {
  /** False from the first time on that the system or the disk would not have it. */
  #isPossible = typeof constants.O_DIRECT === 'number'

  get isPossible(): boolean {
    return this.#isPossible
  }

  /**
   * @param blocks of `zip/memory-of-blocks.ts`, in whole blocks; not to be changed before they are written
   * @param bytes of the file, the first of them
   * @returns whether it was written: if not, nothing says why, and nothing of use is in the file
   */
  async write(path: string, blocks: Uint8Array, bytes: number): Promise<boolean> {
    try {
      const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_DIRECT)
      try {
        // Less is written where the disk is full: whoever writes it again plainly is told so.
        if ((await writeAt(descriptor, blocks, 0, blocks.byteLength, 0)).bytesWritten < blocks.byteLength) return false
        ftruncateSync(descriptor, bytes)
        return true
      } finally {
        closeSync(descriptor)
      }
    } catch {
      this.#isPossible = false
      return false
    }
  }
}
