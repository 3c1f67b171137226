import { backupReasons, type BackupReason } from '../../../shared/contract/keeping'

/** What a backup's file name says of it. */
export type NamedBackup = { readonly name: string; readonly reason: BackupReason; /** Milliseconds since 1970. */ readonly madeAt: number }

const pattern = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(\\d{3})Z-(${backupReasons.join('|')})\\.db$`)

/** `20261125T034811000Z-daily.db`: sorts by time, says why, and is a name that every file system takes. The time is UTC. */
export const backupName = (madeAt: number, reason: BackupReason): string => `${new Date(madeAt).toISOString().replaceAll(/[-:.]/g, '')}-${reason}.db`

/** @returns null for a file that is no backup of ours */
export const parseBackupName = (name: string): NamedBackup | null => {
  const [, year, month, day, hour, minute, second, millisecond, reason] = pattern.exec(name) ?? []
  if (reason === undefined) return null
  const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`)
  return Number.isNaN(madeAt) ? null : { name, reason: reason as BackupReason, madeAt }
}
