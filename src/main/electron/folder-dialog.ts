import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron'

/**
 * The system's own dialog for a folder, over the window that is in use.
 * @param from where it begins; one that is not there leaves the choice to the system
 * @returns null when nothing was chosen
 */
export async function chooseFolder({ title, from }: { readonly title: string; readonly from: string }): Promise<string | null> {
  const options: OpenDialogOptions = { title, ...(from !== '' && { defaultPath: from }), properties: ['openDirectory', 'createDirectory'] }
  const window = BrowserWindow.getFocusedWindow()
  const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  return canceled ? null : (filePaths[0] ?? null)
}
