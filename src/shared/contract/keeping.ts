import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Timestamp } from '../model/ids'
import { DoctorReport, LibraryCounts, Repair } from './app'
import { binary } from './binary'
import { LARGEST_CALL } from './wire'

/** Why a backup was made. The last three are made by Lectern itself before it puts something else in the library's place. */
export const backupReasons = ['daily', 'by-hand', 'before-upgrade', 'before-restore', 'before-replaced'] as const
export const BackupReason = z.enum(backupReasons)
export type BackupReason = z.infer<typeof BackupReason>

export const Backup = z.object({
  /** Its file's name inside `backups/`, by which {@link keeping.restore} is asked for it; never a path. */
  name: z.string(),
  reason: BackupReason,
  madeAt: Timestamp,
  bytes: z.int().nonnegative(),
  /** What it holds; null when it cannot be read. */
  counts: LibraryCounts.nullable(),
})
export type Backup = Readonly<z.infer<typeof Backup>>

export const BackupEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), /** Pages of the database. */ done: z.int(), total: z.int() }),
  /** It was opened and checked before it got its name. */
  z.object({ type: z.literal('finished'), backup: Backup }),
])
export type BackupEvent = z.infer<typeof BackupEvent>

export const Restored = z.object({
  counts: LibraryCounts,
  /** The library that was replaced, as a backup that can be restored in turn: restoring is undone by restoring this. Null when there was none. */
  kept: Backup.nullable(),
  /** Originals and pictures that the restored library names and that are nowhere to be found. */
  missingAssets: z.int(),
})
export type Restored = z.infer<typeof Restored>

/** Backups of the library and the way back. All of it works on the open library; windows read everything again after a restore. */
export const keeping = {
  /** Newest first. */
  backups: oc.output(z.array(Backup)),
  /** Ending the iterator early cancels; nothing is left behind. Refused with `backup-running` while another one is being made. */
  backUp: oc.output(eventIterator(BackupEvent)),
  /** Puts a backup in the library's place after having checked it. Refused with `backup-damaged`, `library-newer`, `backup-not-found`; nothing has changed then. */
  restore: oc.input(z.object({ name: z.string().max(300) })).output(Restored),
  /** The same from a file that the user chose: what `leaving.pack` or `lectern backup --to` wrote, or a `library.db`. */
  restoreFile: oc.input(z.object({ content: binary(LARGEST_CALL) })).output(Restored),
  /** Does what a problem of the doctor's report offers as its `repair`, and looks again. */
  repair: oc.input(z.object({ repair: Repair })).output(DoctorReport),
}
