import { useEffect, useState } from 'react'
import type { BackupContents } from '../../../shared/contract/keeping'
import { useEngine } from '../../app/engine'
import type { RestoreFrom } from './restore-dialog'

export type OpenedBackup = { readonly contents: BackupContents & { readonly backupId: string } } | { readonly failure: unknown } | null

/** Has the engine say what a file of the user's holds; null while it looks, and for a backup of the list, of which that is known. */
export function useBackupContents(from: RestoreFrom): OpenedBackup {
  const engine = useEngine()
  const file = 'file' in from ? from.file : null
  const [opened, setOpened] = useState<OpenedBackup>(null)
  useEffect(() => {
    if (file === null) return
    const stop = new AbortController()
    engine.keeping.open({ content: file }, { signal: stop.signal }).then(
      (contents) => setOpened({ contents }),
      (failure: unknown) => {
        if (!stop.signal.aborted) setOpened({ failure })
      },
    )
    return () => stop.abort()
  }, [engine, file])
  return opened
}
