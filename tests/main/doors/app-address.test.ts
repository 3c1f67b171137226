import { describe, expect, it } from 'vitest'
import { isAllowedRequest, isAppPage } from '../../../src/main/electron/app-address'

describe('addresses of the Electron window', () => {
  it.each(['app://lectern/', 'app://lectern/index.html', 'app://lectern/index.html#/library'])('knows %s as its page', (address) => {
    expect(isAppPage(address)).toBe(true)
  })
  it.each(['https://lectern/index.html', 'app://lectern.evil/index.html', 'app://other/index.html', 'file:///index.html', 'app://lectern/index.html.evil', ''])('does not take %s for its page', (address) => {
    expect(isAppPage(address)).toBe(false)
  })
  it.each(['app://lectern/assets/a.js', 'blob:app://lectern/1', 'data:image/png;base64,', 'devtools://devtools/x'])('lets %s through', (address) => {
    expect(isAllowedRequest(address)).toBe(true)
  })
  it.each(['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://127.0.0.1/', 'app://other/'])('cancels a request for %s', (address) => {
    expect(isAllowedRequest(address)).toBe(false)
  })
})
