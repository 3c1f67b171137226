/** The reader's process: a document that hangs, eats memory or is given up takes nothing but that process with it. */
import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { build } from 'vite'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { forkReader, ReaderProcess, type ReaderLimits } from '../../src/main/readers/reader-process'
import { docx, p } from '../fixtures/documents/docx'
import { svg } from '../fixtures/documents/picture-kinds'

const root = resolve(import.meta.dirname, '../..')
const unrulyFile = resolve(root, 'tests/fixtures/reader/unruly-reader.mjs')
const builtFolder = resolve(root, '.cache/reader-under-test')
const builtFile = resolve(builtFolder, 'reader.mjs')
const MB = 1024 * 1024

const open: ReaderProcess[] = []
const reader = (file: string, limits: Partial<ReaderLimits> = {}, memory?: number) => {
  const process = new ReaderProcess(() => forkReader(file, memory), limits)
  open.push(process)
  return process
}
afterEach(() => {
  for (const process of open.splice(0)) process.close()
})

/** The unruly reader answers every ordinary file with a refusal that carries its process id. */
const pidOf = (process: ReaderProcess, fileName = 'a') => process.read(fileName, new Uint8Array(1)).then(() => '', (error: { localized: { 'zh-CN': string } }) => error.localized['zh-CN'])
const codeOf = (reading: Promise<unknown>) => reading.then(() => 'read', (error: { code?: string }) => error.code)

describe('a reader that misbehaves', () => {
  it('is ended when a document takes too long, and the next document gets a new one', async () => {
    const process = reader(unrulyFile, { time: 300 })
    const first = await pidOf(process)
    expect(await codeOf(process.read('hang', new Uint8Array(1)))).toBe('reader-timeout')
    const second = await pidOf(process)
    expect(second).toMatch(/^\d+$/)
    expect(second).not.toBe(first)
  })

  it('that ends by itself refuses only the document it was reading', async () => {
    const process = reader(unrulyFile)
    expect(await codeOf(process.read('die', new Uint8Array(1)))).toBe('too-large')
    expect(await pidOf(process)).toMatch(/^\d+$/)
  })

  it('is given up when the import is cancelled', async () => {
    const process = reader(unrulyFile)
    const cancel = new AbortController()
    const reading = codeOf(process.read('hang', new Uint8Array(1), cancel.signal))
    const waiting = codeOf(process.read('a', new Uint8Array(1), cancel.signal))
    cancel.abort()
    expect(await reading).toBe('cancelled')
    expect(await waiting).toBe('cancelled')
    expect(await pidOf(process)).toMatch(/^\d+$/)
  })

  it('is given up when the engine closes', async () => {
    const process = reader(unrulyFile)
    const reading = codeOf(process.read('hang', new Uint8Array(1)))
    await new Promise((done) => setImmediate(done))
    process.close()
    expect(await reading).toBe('cancelled')
    expect(await codeOf(process.read('a', new Uint8Array(1)))).toBe('cancelled')
  })

  it('is kept for the next document, unless it has grown fat', async () => {
    const process = reader(unrulyFile)
    const first = await pidOf(process)
    expect(await pidOf(process, 'fat')).toBe(first)
    expect(await pidOf(process)).not.toBe(first)
  })
})

describe('the built reader', () => {
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: { ssr: resolve(root, 'src/main/readers/entry.ts'), outDir: builtFolder, rolldownOptions: { output: { entryFileNames: 'reader.mjs' } } },
    })
  })

  it('reads a document in its own process', async () => {
    const { document } = await reader(builtFile).read('示例.docx', docx(p('一、甲') + p('正文甲。') + p('二、乙') + p('正文乙。')))
    expect(document.outline.map(({ title }) => title)).toEqual(['甲', '乙'])
  })

  it('hands a refusal over with its sentence', async () => {
    await expect(reader(builtFile).read('a.docx', new Uint8Array())).rejects.toMatchObject({ name: 'LecternError', code: 'empty-file', localized: { 'zh-CN': expect.stringContaining('空') } })
  })

  it('ends itself over a page of a PDF that unpacks without end', async () => {
    const process = reader(builtFile, {}, 260 * MB)
    const packed = deflateSync(Buffer.alloc(600 * MB, 0x20), { level: 9 }).toString('latin1')
    const bomb = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`
    expect(['too-large', 'reader-timeout']).toContain(await codeOf(process.read('bomb.pdf', new Uint8Array(Buffer.from(bomb, 'latin1')))))
    expect(await codeOf(process.read('a.docx', docx(p('正文'))))).toBe('read')
  })

  it('is ended over an SVG whose filter is never done, and draws the next one', async () => {
    const process = reader(builtFile, { time: 4000 })
    expect(await codeOf(process.read('a.svg', svg()))).toBe('read')
    const endless = svg('<filter id="f" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.7" numOctaves="900000000"/></filter><rect width="20" height="16" filter="url(#f)"/>')
    expect(['reader-timeout', 'damaged-file']).toContain(await codeOf(process.read('endless.svg', endless)))
    expect(await codeOf(process.read('a.svg', svg()))).toBe('read')
  })

  it('ends itself when a document eats memory, and the next document goes through', async () => {
    const process = reader(builtFile, {}, 260 * MB)
    const huge = docx(p('字'.repeat(190)).repeat(80_000))
    expect(huge.byteLength).toBeGreaterThan(40 * MB)
    expect(await codeOf(process.read('huge.docx', huge))).toBe('too-large')
    expect(await codeOf(process.read('a.docx', docx(p('正文'))))).toBe('read')
  })
})
