import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { uuidV7 } from '../../../src/main/engine/uuid-v7'
import { assetHashOf } from '../../../src/main/library/assets'
import { ImportSpool } from '../../../src/main/library/import-spool'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { acceptImport } from '../../../src/main/use-cases/accept-import'
import { PendingImports } from '../../../src/main/use-cases/pending-imports'
import { readImports, type ReadFile } from '../../../src/main/use-cases/read-imports'
import type { AcceptedFile, ImportEvent } from '../../../src/shared/contract/imports'
import type { ReadDocument } from '../../../src/shared/model/document'
import { LecternError } from '../../../src/shared/outcome'
import { png } from '../../fixtures/documents/picture'

const aDocument = (title: string): ReadDocument => ({
  format: 'txt',
  title,
  issuer: '',
  number: '',
  date: '',
  paragraphs: [{ index: 1, text: '正文', number: '', level: 0, kind: 'body' }],
  outline: [],
  materials: [{ index: 0, kind: 'note', title, body: '正文', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', path: [], locator: '', from: 1, to: 1 }],
  warnings: [],
})
const aFile = (fileName: string, text: string) => ({ fileName, content: new Blob([text]) })
/** Everything that was proposed of a document. */
const all = (key: string, title: string): AcceptedFile => ({ key, title, leftOut: [], changed: [], versions: [], replacements: [] })
const refusal = new LecternError('damaged-file', { 'zh-CN': '坏了', en: 'Damaged' })

/** Reads a file's text as its title; `bad` is refused, `boom` is a defect of the reader. */
const read: ReadFile = async (_name, bytes) => {
  const text = new TextDecoder().decode(bytes)
  if (text === 'bad') throw refusal
  if (text === 'boom') throw new TypeError('no such thing')
  return { document: aDocument(text), media: new Map() }
}
const finish = async (events: AsyncIterable<ImportEvent>): Promise<Extract<ImportEvent, { type: 'finished' }>> => {
  for await (const event of events) if (event.type === 'finished') return event
  throw new Error('It never finished.')
}

describe('importing documents', () => {
  let folder: string
  let library: Library
  let imports: PendingImports
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectern-import-'))
    library = openLibrary(join(folder, 'library'), { clock: () => 1_800_000_000_000, newId: () => uuidV7(1_800_000_000_000) })
    imports = new PendingImports(new ImportSpool(library.folder.importSpool))
  })
  afterEach(() => {
    library.close()
    rmSync(folder, { recursive: true })
  })

  const importing = (files: ReturnType<typeof aFile>[], signal?: AbortSignal) => readImports({ library, imports, read, newId: () => 'one' }, files, signal)
  const accept = (event: Extract<ImportEvent, { type: 'finished' }>) =>
    acceptImport(
      { library, imports },
      event.importId,
      event.files.flatMap((file) => (file.status === 'read' ? [all(file.key, file.summary.title)] : [])),
    )

  it('stores nothing before the user accepts', async () => {
    const event = await finish(importing([aFile('a.txt', '甲')]))
    expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
    expect(await accept(event)).toMatchObject({ materials: 1, sources: [{ title: '甲', fileName: 'a.txt' }] })
    expect(library.counts()).toEqual({ sources: 1, materials: 1, talks: 0 })
  })

  it('keeps the original file with its source', async () => {
    const { sources } = await accept(await finish(importing([aFile('a.txt', '甲')])))
    const [source] = sources
    expect(source && new TextDecoder().decode(library.assets.read(source.original))).toBe('甲')
  })

  it('reads on after a refused file and after a defect of the reader', async () => {
    const { files } = await finish(importing([aFile('a', 'bad'), aFile('b', 'boom'), aFile('c', '丙')]))
    expect(files.map((file) => (file.status === 'refused' ? file.error.code : file.status))).toEqual(['damaged-file', 'defect', 'read'])
  })

  it('knows a document whose bytes are in the library already', async () => {
    await accept(await finish(importing([aFile('a.txt', '甲')])))
    const { files } = await finish(importing([aFile('b.txt', '甲')]))
    expect(files[0]).toMatchObject({ status: 'duplicate', source: { fileName: 'a.txt' } })
  })

  it('takes one of two equal files of the same import', async () => {
    const { files } = await finish(importing([aFile('a.txt', '甲'), aFile('b.txt', '甲')]))
    expect(files).toMatchObject([{ status: 'read' }, { status: 'twin', of: { key: files[0]?.key, fileName: 'a.txt' } }])
  })

  it('says which file it is at', async () => {
    const seen: string[] = []
    for await (const event of importing([aFile('a', '甲'), aFile('b', '乙')])) if (event.type === 'progress') seen.push(`${event.done}/${event.total} ${event.fileName}`)
    expect(seen).toEqual(['0/2 a', '1/2 b', '2/2 '])
  })

  it('leaves nothing waiting when it is cancelled', async () => {
    const stop = new AbortController()
    const reading = async () => {
      for await (const event of importing([aFile('a', '甲'), aFile('b', '乙')], stop.signal)) if (event.type === 'progress' && event.done === 1) stop.abort()
    }
    await expect(reading()).rejects.toThrow()
    expect(imports.keys('one')).toEqual([])
    expect(readdirSync(library.folder.importSpool)).toEqual([])
  })

  it('stores only what was ticked, as edited', async () => {
    const { importId, files } = await finish(importing([aFile('a', '甲'), aFile('b', '乙')]))
    const [first] = files
    if (first?.status !== 'read') throw new Error('It was not read.')
    const edited = aDocument('甲').materials.map((material) => ({ ...material, title: '改过的' }))
    await acceptImport({ library, imports }, importId, [{ ...all(first.key, '新题'), changed: edited }])
    expect(library.sources.list().map(({ title }) => title)).toEqual(['新题'])
    expect(library.materials.list().map(({ title }) => title)).toEqual(['改过的'])
  })

  it('keeps the pictures that accepted materials show, and only those', async () => {
    const [shown, other] = [png(20, 20), png(30, 30)].map((bytes) => ({ bytes, hash: assetHashOf(bytes) }))
    if (shown === undefined || other === undefined) throw new Error('There are two.')
    const withPictures: ReadFile = async () => ({ document: { ...aDocument('甲'), pictures: [shown, other].map(({ hash, bytes }) => ({ hash, mime: 'image/png' as const, width: 20, height: 20, bytes: bytes.byteLength })) }, media: new Map([shown, other].map(({ hash, bytes }) => [hash, bytes])) })
    const event = await finish(readImports({ library, imports, read: withPictures, newId: () => 'one' }, [aFile('a', '甲')]))
    expect(new Uint8Array(await imports.picture('one', event.files[0]?.key ?? '', shown.hash))).toEqual(shown.bytes)
    await acceptImport({ library, imports }, 'one', event.files.flatMap((file) => (file.status === 'read' ? [{ ...all(file.key, '甲'), changed: aDocument('甲').materials.map((material) => ({ ...material, body: `![图](asset:${shown.hash})` })) }] : [])))
    expect(library.assets.pictures([shown.hash, other.hash])).toEqual([{ hash: shown.hash, bytes: shown.bytes.byteLength, width: 20, height: 20, mime: 'image/png' }])
  })

  it('accepts an import once, and none that was discarded', async () => {
    const event = await finish(importing([aFile('a', '甲')]))
    await accept(event)
    await expect(accept(event)).rejects.toThrow(expect.objectContaining({ code: 'import-gone' }))
  })

  it('adds files to an import that waits, one after another, and sees twins among them', async () => {
    const { importId } = await finish(importing([aFile('一.txt', '甲'), aFile('坏.txt', 'bad')]))
    const more = (text: string) => finish(readImports({ library, imports, read, newId: () => 'two' }, [aFile('又.txt', text)], undefined, importId))
    expect((await more('乙')).importId).toBe(importId)
    expect((await more('甲')).files).toMatchObject([{ status: 'twin', of: { fileName: '一.txt' } }])
    expect((await Promise.all(imports.keys(importId).map((key) => imports.document(importId, key)))).map(({ title }) => title)).toEqual(['甲', '乙'])
  })

  it('accepts in portions while more is announced', async () => {
    const { importId, files } = await finish(importing([aFile('一.txt', '甲'), aFile('二.txt', '乙')]))
    const [first, second] = files.map(({ key }) => all(key, '题')) as [AcceptedFile, AcceptedFile]
    await acceptImport({ library, imports }, importId, [first], true)
    expect(imports.keys(importId)).toEqual([second.key])
    await acceptImport({ library, imports }, importId, [second])
    expect(library.counts().sources).toBe(2)
    expect(() => imports.keys(importId)).toThrow(LecternError)
    expect(readdirSync(library.folder.importSpool)).toEqual([])
  })

  it('leaves out what was not ticked', async () => {
    const { importId, files } = await finish(importing([aFile('a', '甲')]))
    await acceptImport({ library, imports }, importId, [{ ...all(files[0]?.key ?? '', '甲'), leftOut: [0] }])
    expect(library.counts()).toMatchObject({ sources: 1, materials: 0 })
  })

  it('makes a proposal the newer version of one from another file of the import, also when they are accepted in two calls', async () => {
    const { importId, files } = await finish(importing([aFile('旧.txt', '甲'), aFile('新.txt', '乙')]))
    const [first, second] = files.map(({ key }) => all(key, '题')) as [AcceptedFile, AcceptedFile]
    await acceptImport({ library, imports }, importId, [first], true)
    await acceptImport({ library, imports }, importId, [{ ...second, versions: [{ index: 0, of: { of: 'import', key: first.key, index: 0 } }] }])
    const newest = library.materials.list().find(({ title }) => title === '乙')
    expect(newest && library.versions.of(newest.id).map(({ title, rank }) => [title, rank])).toEqual([['乙', 2], ['甲', 1]])
  })

  it('puts a proposal in the place of a material of the library, one deed with the import', async () => {
    const { id } = library.materials.create({ kind: 'note', title: '甲', body: '', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '' })
    const { importId, files } = await finish(importing([aFile('新.txt', '乙')]))
    const [file] = files.map(({ key }) => all(key, '题')) as [AcceptedFile]
    await acceptImport({ library, imports }, importId, [{ ...file, replacements: [{ index: 0, of: id }] }])
    expect(library.materials.list().map(({ title }) => title)).toEqual(['乙'])
    library.history.undo()
    expect(library.materials.list().map(({ title }) => title)).toEqual(['甲'])
  })

  it('stores a version of what was left out for itself', async () => {
    const { importId, files } = await finish(importing([aFile('旧.txt', '甲'), aFile('新.txt', '乙')]))
    const [first, second] = files.map(({ key }) => all(key, '题')) as [AcceptedFile, AcceptedFile]
    await acceptImport({ library, imports }, importId, [{ ...first, leftOut: [0] }, { ...second, versions: [{ index: 0, of: { of: 'import', key: first.key, index: 0 } }] }])
    expect(library.materials.list().map(({ title, version }) => [title, version])).toEqual([['乙', undefined]])
  })

  it('passes over what was stored when the same portion is accepted again', async () => {
    const { importId, files } = await finish(importing([aFile('一.txt', '甲'), aFile('二.txt', '乙')]))
    const [first, second] = files.map(({ key }) => all(key, '题')) as [AcceptedFile, AcceptedFile]
    await acceptImport({ library, imports }, importId, [first], true)
    expect(await acceptImport({ library, imports }, importId, [first, second])).toMatchObject({ sources: [{}, {}], materials: 2 })
    expect(library.counts()).toMatchObject({ sources: 2, materials: 2 })
  })

  it('keeps a failure of the disk to the file that it concerns', async () => {
    const { files } = await finish(importing([aFile('一.txt', '甲')]))
    rmSync(library.folder.importSpool, { recursive: true })
    writeFileSync(library.folder.importSpool, 'a file where the folder should be')
    const next = await finish(importing([aFile('二.txt', '乙')]))
    expect([...files, ...next.files].map(({ status }) => status)).toEqual(['read', 'refused'])
  })
})
