import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'brave-browser']

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']

const windowsPrograms = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a browser of the Chromium family may be on this computer, best first. `LECTERN_BROWSER` names one outright. */
export function browserCandidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const named = env['LECTERN_BROWSER']
  if (named !== undefined && named !== '') return [named]
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')]
    return macApplications.flatMap((name) => folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)))
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined)
    return windowsPrograms.flatMap((parts) => folders.map((folder) => join(folder, ...parts)))
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** The computer's own Chromium, Chrome or Edge, or null. */
export const findBrowser = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null =>
  browserCandidates(env, platform).find(isProgram) ?? null

/** Can a window appear at all? Only X11 and Wayland can be absent. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
