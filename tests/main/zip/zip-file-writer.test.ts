import { open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ZipFileReader } from '../../../src/main/zip/zip-file-reader'
import { ZipFileWriter } from '../../../src/main/zip/zip-file-writer'
import { aFolder } from '../library/a-library'

/** What is written to a file in a folder of its own, and the file's bytes. */
async function written<T>(write: (zip: ZipFileWriter, handle: FileHandle) => Promise<T>): Promise<{ bytes: Buffer; result: T }> {
  const folder = aFolder()
  const file = join(folder.path, 'file.zip')
  const handle = await open(file, 'w+')
  try {
    const result = await write(new ZipFileWriter(handle), handle)
    return { bytes: await readFile(file), result }
  } finally {
    await handle.close()
    folder.remove()
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += 1000) yield bytes.subarray(from, from + 1000)
}

const text = (lines: number): Buffer => Buffer.from(Array.from({ length: lines }, (_, line) => `第 ${line} 行：数字资源建设 ${line * 7919}`).join('\n'))
const files = [
  ['空.md', text(0)],
  ['素材/短.md', text(3)],
  ['素材/长.md', text(1500)],
  ['素材/更长.md', text(5000)],
  ['图片/示例.png', text(40)],
] as const

/** All of them, each given as `of` gives it. */
const archiveOf = (of: (bytes: Buffer) => Uint8Array | AsyncIterable<Uint8Array>) =>
  written(async (zip) => {
    const told = []
    for (const [name, bytes] of files) told.push(await zip.add(name, of(bytes)))
    await zip.finish()
    return told
  })

it('gives the same archive for what is in memory and for what comes in pieces', async () => {
  const [atOnce, streamed] = [await archiveOf((bytes) => bytes), await archiveOf(inPieces)]
  expect(atOnce.result).toEqual(streamed.result)
  expect(Buffer.compare(atOnce.bytes, streamed.bytes)).toBe(0)
})

const nameOf = (no: number): string => `素材/${'很长的题目'.repeat(5)} ${no}.md`

it('lists every entry of an archive whose directory has several pieces', async () => {
  const COUNT = 2000
  await written(async (zip, handle) => {
    for (let no = 0; no < COUNT; no++) await zip.add(nameOf(no), `第 ${no} 条`)
    await zip.finish()
    const reader = await ZipFileReader.open(handle, { entries: Infinity, total: Infinity })
    expect(reader.names).toEqual(Array.from({ length: COUNT }, (_, no) => nameOf(no)))
    expect((await reader.readAll(nameOf(COUNT - 1), 1000)).toString('utf8')).toBe(`第 ${COUNT - 1} 条`)
  })
})
