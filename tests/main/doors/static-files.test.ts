import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staticFile } from '../../../src/main/host/static-files'

describe('the window’s files', () => {
  let folder: string
  let root: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-static-'))
    root = join(folder, 'renderer')
    mkdirSync(join(root, 'assets'), { recursive: true })
    writeFileSync(join(root, 'index.html'), '<p>讲台')
    writeFileSync(join(root, 'assets', 'a.js'), '1')
    writeFileSync(join(folder, 'secret.js'), 'secret')
    mkdirSync(join(folder, 'renderer-beside'))
    writeFileSync(join(folder, 'renderer-beside', 'b.js'), 'beside')
    symlinkSync(join(folder, 'secret.js'), join(root, 'link.js'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('serves the page for the root, with the policy and nosniff', async () => {
    const { status, headers, body } = await staticFile(root, '/')
    expect(status).toBe(200)
    expect(Buffer.from(body ?? []).toString()).toBe('<p>讲台')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('serves files in folders beneath', async () => {
    expect((await staticFile(root, '/assets/a.js')).status).toBe(200)
  })

  it('answers a request for an icon with nothing, so that no console shows an error', async () => {
    expect((await staticFile(root, '/favicon.ico')).status).toBe(204)
  })

  it.each(['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/..%5csecret.js', '/%2e%2e%2frenderer-beside/b.js', '/link.js', '/%00index.html', '/%E0%A4%A', '/assets', '/missing.js'])(
    'finds nothing at %s',
    async (pathname) => {
      const { status, body } = await staticFile(root, pathname)
      expect({ status, body }).toEqual({ status: 404, body: null })
    },
  )
})
