/** What a disk takes at once, in bytes; a page of memory on most machines, too. */
const BLOCK = 4096

/** Memory of at least so many bytes that begins where a page does, as all does that V8 could resize, and ends where a block does. */
export const memoryOfBlocks = (bytes: number): Buffer => {
  const length = wholeBlocks(bytes)
  return Buffer.from(new ArrayBuffer(length, { maxByteLength: length }))
}

/** The least number of bytes in whole blocks that holds so many. */
export const wholeBlocks = (bytes: number): number => Math.ceil(bytes / BLOCK) * BLOCK
