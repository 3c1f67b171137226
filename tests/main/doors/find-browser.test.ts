import { describe, expect, it } from 'vitest'
import { browserCandidates, hasDisplay } from '../../../src/main/host/find-browser'

describe('finding the computer’s own browser', () => {
  it('looks along the PATH on Linux, Chromium first', () => {
    const candidates = browserCandidates({ PATH: '/a:/b' }, 'linux')
    expect(candidates.slice(0, 2)).toEqual(['/a/chromium', '/b/chromium'])
    expect(candidates).toContain('/b/microsoft-edge')
  })
  it('looks among the applications on macOS', () => {
    expect(browserCandidates({ HOME: '/Users/x' }, 'darwin')[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  })
  it('looks among the programs on Windows, Edge first, because every Windows has it', () => {
    expect(browserCandidates({ PROGRAMFILES: 'P' }, 'win32')[0]).toMatch(/^P.Microsoft.Edge.Application.msedge\.exe$/)
  })
  it('takes the one that LECTERN_BROWSER names, and no other', () => {
    expect(browserCandidates({ LECTERN_BROWSER: '/x/y', PATH: '/a' }, 'linux')).toEqual(['/x/y'])
  })
  it('knows that Linux may have no display', () => {
    expect([hasDisplay({}, 'linux'), hasDisplay({ DISPLAY: ':0' }, 'linux'), hasDisplay({ WAYLAND_DISPLAY: 'w' }, 'linux'), hasDisplay({}, 'win32')]).toEqual([false, true, true, true])
  })
})
