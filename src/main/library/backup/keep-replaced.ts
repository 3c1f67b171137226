import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFile, syncFolder } from '../atomic-write'
import type { LibraryFolder } from '../folder'
import { makeStandAlone } from './copy-database'

/** How the replaced library is called until it is certain that it was replaced. */
const KEEPING = '.keeping'

/** The same bytes under another name, without copying them where the file system can. */
const secondName = (file: string, name: string): void => {
  try {
    linkSync(file, name)
  } catch {
    copyFileSync(file, name)
    syncFile(name)
  }
}

/**
 * Gives the library's file a second name among the backups, before another one takes its place. As long as both names lead to one file that is no backup: what is
 * written into the library is written into it. {@link finishKeeping} tells the two cases apart, also after a crash in between.
 *
 * @param name under which it will be kept
 */
export const beginKeeping = (folder: LibraryFolder, name: string): void => {
  const keeping = join(folder.backups, name + KEEPING)
  const wal = `${folder.database}-wal`
  // What could not be moved into the database belongs to it and is kept beside it.
  if (existsSync(wal) && statSync(wal).size > 0) secondName(wal, `${keeping}-wal`)
  secondName(folder.database, keeping)
  syncFolder(folder.backups)
}

const sameFile = (one: string, other: string): boolean => {
  if (!existsSync(other)) return false
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })]
  return a.ino === b.ino && a.dev === b.dev
}

/** After the exchange: names what was replaced as a backup. After an exchange that did not come about: lets go of the second name. */
export const finishKeeping = (folder: LibraryFolder): void => {
  if (!existsSync(folder.backups)) return
  for (const entry of readdirSync(folder.backups).filter((name) => name.endsWith(KEEPING))) {
    const keeping = join(folder.backups, entry)
    if (sameFile(keeping, folder.database)) {
      // The WAL had been taken out of the way already, and the exchange was cut short there: it goes back to its database.
      if (existsSync(`${keeping}-wal`) && !existsSync(`${folder.database}-wal`)) renameSync(`${keeping}-wal`, `${folder.database}-wal`)
      for (const file of [`${keeping}-wal`, keeping]) rmSync(file, { force: true })
    } else {
      const kept = keeping.slice(0, -KEEPING.length)
      // Before it has its lasting name: a copy that is killed in the middle of this cannot be read until somebody has written to it.
      tryToStandAlone(keeping)
      if (existsSync(`${keeping}-wal`)) renameSync(`${keeping}-wal`, `${kept}-wal`)
      renameSync(keeping, kept)
    }
    syncFolder(folder.backups)
  }
}

const tryToStandAlone = (kept: string): void => {
  try {
    makeStandAlone(kept)
  } catch {
    // It was damaged when it was the library, and stays what it was.
  }
}
