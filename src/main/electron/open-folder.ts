import { shell } from 'electron'

/**
 * Shows a folder in the system's own window for files.
 * @param path of a folder; the caller has made sure of that, for the system would run a program
 * @throws Error with the system's reason
 */
export async function openFolder(path: string): Promise<void> {
  const reason = await shell.openPath(path)
  if (reason !== '') throw new Error(reason)
}
