import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { libraryFolder } from '../../../src/main/host/library-folder'

describe('the library’s folder', () => {
  it('is the one that was named, relative to the working folder', () => {
    expect(libraryFolder('here')).toBe(resolve('here'))
  })
  it.each([
    ['linux', {}, join(homedir(), '.local', 'share', 'lectern', 'library')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'lectern', 'library')],
    ['linux', { XDG_DATA_HOME: 'relative' }, join(homedir(), '.local', 'share', 'lectern', 'library')],
    ['darwin', {}, join(homedir(), 'Library', 'Application Support', 'Lectern', 'library')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Lectern', 'library')],
  ] as const)('is in the user’s data folder on %s with %o', (platform, env, expected) => {
    expect(libraryFolder(undefined, env, platform)).toBe(expected)
  })
})
