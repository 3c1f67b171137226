import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Timestamp } from '../model/ids'
import { DoctorReport, LibraryCounts, Repair } from './app'
import { binary } from './binary'
import { OpeningStep } from './opening'
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
  /** Version of the Lectern whose library it is a copy of; absent where it did not say so yet. */
  madeBy: z.string().optional(),
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

export const RestoreEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** Bytes unpacked and checked; steps or materials where a backup of an earlier Lectern is brought on, which comes last. */
    done: z.int(),
    total: z.int(),
    doing: OpeningStep.shape.doing.optional(),
  }),
  z.object({ type: z.literal('finished'), restored: Restored }),
])
export type RestoreEvent = z.infer<typeof RestoreEvent>

/** What a backup says that it holds. Its soundness is checked when it is restored, before anything changes. */
export const BackupContents = z.object({
  counts: LibraryCounts,
  /** Originals and pictures that it brings, or names and expects to find here. */
  assets: z.int(),
  bytes: z.int().nonnegative(),
  /** Absent in files from before it was noted, and in a `library.db`. */
  madeAt: Timestamp.optional(),
  madeBy: z.string().optional(),
  /** True when it is a backup of this very library. */
  ours: z.boolean(),
})
export type BackupContents = Readonly<z.infer<typeof BackupContents>>

/** Backups of the library and the way back. All of it works on the open library; windows read everything again after a restore. */
export const keeping = {
  /** Newest first. */
  backups: oc.output(z.array(Backup)),
  /** Ending the iterator early cancels; nothing is left behind. Refused with `backup-running` while another one is being made. */
  backUp: oc.output(eventIterator(BackupEvent)),
  /**
   * Puts a backup in the library's place after having checked it. Ending the iterator early cancels as long as the library is the old one. Refused with
   * `backup-damaged`, `library-newer`, `migration-failed`, `backup-not-found`, `backup-gone`, `restore-running`; nothing has changed then.
   */
  restore: oc.input(z.union([z.object({ name: z.string().max(300) }), z.object({ backupId: z.string() })])).output(eventIterator(RestoreEvent)),
  /**
   * Says what a file of the user's holds: what `leaving.pack` or `lectern backup --to` wrote, or a `library.db`. Changes nothing; the file waits under `backupId` until it is
   * restored or discarded. Refused with `not-a-backup`, `a-bundle`, `library-newer`, `backup-damaged`.
   */
  open: oc.input(z.object({ content: binary(LARGEST_CALL) })).output(BackupContents.extend({ backupId: z.string() })),
  discard: oc.input(z.object({ backupId: z.string() })).output(z.void()),
  /** Does what a problem of the doctor's report offers as its `repair`, and looks again. */
  repair: oc.input(z.object({ repair: Repair })).output(DoctorReport),
}
