import { execFileSync } from 'node:child_process'
import { rmSync, truncateSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from '../main/library/a-library'

const MB = 1024 * 1024
/** What a disk gives out at a time, in bytes. */
const PAGE = 4096

export type SmallDisk = {
  readonly path: string
  /** Why it could not be had; null when it is there. */
  readonly reason: string | null
  /** Leaves only so many bytes free. */
  readonly fillBut: (free: number) => void
  /** Somebody has tidied up. */
  readonly makeRoom: () => void
  readonly remove: () => void
}

/** A disk of a few megabytes of its own, really full when it is full; not everybody may mount one. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = aFolder()
  const filler = join(folder.path, 'filler')
  const reason = mount(folder.path, megabytes)
  const makeRoom = () => rmSync(filler, { force: true })
  return {
    path: folder.path,
    reason,
    makeRoom,
    fillBut: (free) => {
      makeRoom()
      try {
        writeFileSync(filler, Buffer.alloc((megabytes + 1) * MB, 1))
      } catch {
        // Full: that is what it is for.
      }
      truncateSync(filler, Math.max(0, statSync(filler).size - Math.ceil(free / PAGE) * PAGE))
    },
    remove: () => {
      if (reason === null) execFileSync('umount', [folder.path])
      folder.remove()
    },
  }
}

/** @returns why it could not be had */
function mount(path: string, megabytes: number): string | null {
  if (process.platform !== 'linux') return 'only Linux has tmpfs'
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `tmpfs cannot be mounted here (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`
  }
}
