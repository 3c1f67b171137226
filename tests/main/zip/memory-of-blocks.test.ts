import { expect, it } from 'vitest'
import { memoryOfBlocks, wholeBlocks } from '../../../src/main/zip/memory-of-blocks'

it('gives memory in whole blocks', () => {
  expect([0, 1, 4096, 4097].map(wholeBlocks)).toEqual([0, 4096, 4096, 8192])
  expect(memoryOfBlocks(5000.5)).toHaveLength(8192)
})
