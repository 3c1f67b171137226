import { createRequire } from 'node:module'
import { _electron, type Page } from '@playwright/test'

/**
 * Starts Lectern in Electron on a library folder.
 * @returns its first window, and how to end it
 */
export async function openInElectron(library: string): Promise<{ page: Page; stop: () => Promise<void> }> {
  // Outside Electron, its module answers with the path of its program. Only asked for where `npm test` has found the runtime.
  const executablePath = createRequire(import.meta.url)('electron') as string
  const asRoot = process.getuid?.() === 0
  const app = await _electron.launch({ executablePath, args: ['.', ...(asRoot ? ['--no-sandbox'] : []), '--library', library] })
  return { page: await app.firstWindow(), stop: () => app.close() }
}
