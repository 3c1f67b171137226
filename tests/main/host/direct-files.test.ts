import { constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { DirectFiles } from '../../../src/main/host/direct-files'
import { memoryOfBlocks, wholeBlocks } from '../../../src/main/zip/memory-of-blocks'

const folder = mkdtempSync(join(tmpdir(), 'lectern-direct-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('writes a file as long as it is, over a longer one too, or says that it cannot and is not to be asked again', async () => {
  const files = new DirectFiles()
  const path = join(folder, 'file')
  for (const bytes of [1, 4095, 4096, 4097, 300_001]) {
    const room = memoryOfBlocks(bytes)
    room.fill(7, 0, bytes)
    writeFileSync(path, Buffer.alloc(bytes + 9000, 1))
    const isWritten = await files.write(path, room.subarray(0, wholeBlocks(bytes)), bytes)
    expect(isWritten).toBe(files.isPossible)
    if (isWritten) expect(readFileSync(path).equals(Buffer.alloc(bytes, 7))).toBe(true)
  }
})

it.skipIf(constants.O_DIRECT === undefined)('does not ask again once it was refused', async () => {
  const files = new DirectFiles()
  expect(files.isPossible).toBe(true)
  // No disk takes memory from an odd place.
  expect(await files.write(join(folder, 'odd'), memoryOfBlocks(9000).subarray(1, 4097), 4000)).toBe(false)
  expect(files.isPossible).toBe(false)
})
