import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

describe('a folder whose library is gone', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    desk.write('a.md', '# 甲\n\n一段文字。\n')
    expect((await desk.lectern('import', 'a.md')).code).toBe(0)
    rmSync(desk.at('library'), { recursive: true })
  })
  afterEach(() => desk.clear())

  it.each([[['search', '甲']], [['list', 'materials']], [['doctor']]])('is not taken for an empty library by %j', async (words) => {
    const { code, err } = await desk.lectern(...words)
    expect(code).toBe(1)
    expect(err).toMatch(/^No library was found at .*No new one was made\./)
  })

  it('becomes a library again when a command names it and brings something in', async () => {
    expect((await desk.lectern('import', 'a.md')).code).toBe(0)
    expect((await desk.lectern('search', '甲')).code).toBe(0)
  })
})
