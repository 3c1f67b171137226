import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localPicture } from '../../../src/main/use-cases/local-picture'

describe('a picture beside a talk', () => {
  let folder: string
  let talks: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-picture-'))
    talks = join(folder, 'talks')
    mkdirSync(join(talks, 'pictures'), { recursive: true })
    writeFileSync(join(talks, 'pictures', '课堂 一.png'), 'here')
    writeFileSync(join(talks, '100%.png'), 'percent')
    writeFileSync(join(folder, 'secret.png'), 'secret')
    symlinkSync(join(folder, 'secret.png'), join(talks, 'link.png'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(['pictures/课堂 一.png', './pictures/课堂%20一.png', 'pictures/../pictures/课堂 一.png'])('is read at %s', async (src) => {
    expect(Buffer.from((await localPicture(talks, src)) ?? []).toString()).toBe('here')
  })

  it('may have a lone percent sign in its name', async () => {
    expect(await localPicture(talks, '100%.png')).not.toBeNull()
  })

  it.each(['../secret.png', '%2e%2e/secret.png', 'link.png', '/etc/hostname', 'file:///etc/hostname', 'https://example.com/x.png', 'asset:00', 'missing.png', 'pictures', ''])('is not read at %s', async (src) => {
    expect(await localPicture(talks, src)).toBeNull()
  })
})
