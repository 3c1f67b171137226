import { describe, expect, it } from 'vitest'
import { clearUp, SpentBytes } from '../../src/main/spent-bytes'

const MEGABYTE = 1024 * 1024

describe('bytes that nobody needs any more', () => {
  it('are cleared up once they are many, and counted from nothing then', () => {
    const collected: string[] = []
    const spent = new SpentBytes('minor', ({ type }) => collected.push(type))
    for (let i = 0; i < 7; i++) spent.add(MEGABYTE)
    expect(collected).toEqual([])
    spent.add(MEGABYTE)
    expect(collected).toEqual(['minor'])
    for (let i = 0; i < 7; i++) spent.add(MEGABYTE)
    expect(collected).toHaveLength(1)
    spent.add(MEGABYTE)
    expect(collected).toHaveLength(2)
  })

  it('are cleared up sooner where fewer may lie about', () => {
    const collected: string[] = []
    const spent = new SpentBytes('major', ({ type }) => collected.push(type), 2 * MEGABYTE)
    spent.add(MEGABYTE)
    expect(collected).toEqual([])
    spent.add(MEGABYTE)
    expect(collected).toEqual(['major'])
  })

  it('are cleared up at once, on request', () => {
    const kept: WeakRef<object>[] = []
    const make = () => kept.push(new WeakRef({}))
    make()
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      clearUp()
      expect(kept[0]?.deref()).toBeUndefined()
    })
  })

  it.each(['minor', 'major'] as const)('do not follow the number of files that went by (%s)', (how) => {
    const spent = new SpentBytes(how)
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    for (let i = 0; i < 300; i++) {
      new Uint8Array(MEGABYTE).fill(i)
      spent.add(MEGABYTE)
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    // Without, V8 lets more than 80 MB lie; buffers are freed beside the thread, on a busy machine not before the next time.
    expect(most).toBeLessThan(60 * MEGABYTE)
  })
})
