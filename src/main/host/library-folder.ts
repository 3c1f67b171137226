import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The platform's place for an application's data; nothing but the default library and a few notes of Lectern's own lies in it. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = homedir()
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern')
  // XDG Base Directory Specification: relative values are invalid and ignored.
  const data = env['XDG_DATA_HOME']
  return join(data?.startsWith('/') === true ? data : join(home, '.local', 'share'), 'lectern')
}

/**
 * The folder of the library: the one the user named, or one in the platform's place for an application's data.
 * @param named from `--library`, relative to the working folder; undefined for the default
 */
export function libraryFolder(named: string | undefined, env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return named === undefined ? join(dataFolder(env, platform), 'library') : resolve(named)
}
