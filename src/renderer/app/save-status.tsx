import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

/** What the title bar says of the user's work: `saved` only when the engine has acknowledged everything. */
export type SaveStatus = 'saved' | 'saving' | 'failed'

const StatusContext = createContext<SaveStatus>('saved')
const ReportContext = createContext<(status: SaveStatus) => void>(() => undefined)

export function SaveStatusProvider({ children }: { children: ReactNode }) {
  const [status, setStatus] = useState<SaveStatus>('saved')
  return (
    <ReportContext value={useMemo(() => setStatus, [])}>
      <StatusContext value={status}>{children}</StatusContext>
    </ReportContext>
  )
}

export const useSaveStatus = (): SaveStatus => useContext(StatusContext)

/** For a screen that saves by itself: report `saving` when text changes, `saved` when the engine acknowledged, and `saved` again on leaving. */
export const useReportSaveStatus = (): ((status: SaveStatus) => void) => useContext(ReportContext)
