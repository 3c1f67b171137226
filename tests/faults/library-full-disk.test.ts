import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCopy, type CheckCopy } from '../../src/main/library/backup/check-copy'
import { assetHashOf } from '../../src/main/library/assets'
import { ImportSpool } from '../../src/main/library/import-spool'
import { openLibrary } from '../../src/main/library/library'
import { packBundle } from '../../src/main/use-cases/pack-library'
import { PendingImports } from '../../src/main/use-cases/pending-imports'
import { readImports } from '../../src/main/use-cases/read-imports'
import type { ImportedFile } from '../../src/shared/contract/imports'
import { LecternError } from '../../src/shared/outcome'
import { aDerived, aDocument, aDraft, anEnvironment, importInto } from '../main/library/a-library'
import { smallDisk } from './small-disk'

const MB = 1024 * 1024
const disk = smallDisk(6)
const { reason } = disk
afterAll(() => disk.remove())

/** A reader whose documents hold themselves as their picture. */
const read = async (_: string, bytes: Uint8Array) => ({ document: aDocument(), media: new Map([[assetHashOf(bytes), bytes]]) })
const check: CheckCopy = async (file) => checkCopy(file)
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'nothing was thrown'
  } catch (error) {
    return error instanceof LecternError ? error.code : String(error)
  }
}

describe.skipIf(reason !== null)(`a disk that is really full${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let folder = ''
  beforeAll(() => {
    folder = join(disk.path, 'library')
    mkdirSync(folder)
  })

  it('is called full, while editing, importing, backing up and exporting; nothing stored is lost, and all goes on when there is space', async () => {
    const library = openLibrary(folder, anEnvironment())
    const talk = library.talks.add(aDerived(), '# 初稿')
    for (let i = 0; i < 100; i++) library.materials.create(aDraft({ title: `第 ${i} 条`, body: '数字资源建设。'.repeat(60) }))
    disk.fillBut(64 * 1024)
    const stored: string[] = []
    const code = await codeOf(() => {
      for (let i = 0; i < 5000; i++) {
        library.materials.create(aDraft({ title: `再 ${i}`, body: '数字资源建设。'.repeat(60) }))
        stored.push(`再 ${i}`)
      }
    })
    expect(code).toBe('disk-full')
    expect(await codeOf(() => library.talks.save(talk.id, '很长的一稿。'.repeat(50_000), aDerived(), 1))).toBe('disk-full')
    expect(await codeOf(() => importInto(library))).toBe('disk-full')
    expect(await codeOf(() => library.backups.make('daily', { check }))).toBe('disk-full')
    expect(await codeOf(() => packBundle(library, join(disk.path, 'x.lectern'), null, {}))).toBe('disk-full')
    expect(library.talks.get(talk.id).markdown).toBe('# 初稿')
    expect(library.counts()).toEqual({ sources: 0, materials: 100 + stored.length, talks: 1 })
    expect(readdirSync(disk.path).toSorted()).toEqual(['filler', 'library'])
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
    library.close()

    // Documents under review lie beside the library: the one for which there is no room is refused, in a sentence of its own, and leaves nothing behind.
    const again = openLibrary(folder, anEnvironment())
    const imports = new PendingImports(new ImportSpool(again.folder.importSpool))
    const room = { library: again, imports, read, newId: () => 'import' }
    const files: ImportedFile[] = []
    for await (const event of readImports(room, [2, MB].map((size) => ({ fileName: `${size}.docx`, content: new Blob([new Uint8Array(size)]) })))) if (event.type === 'finished') files.push(...event.files)
    expect(files).toMatchObject([{ status: 'read' }, { status: 'refused', error: { code: 'disk-full', message: { 'zh-CN': expect.stringContaining('已经读好的仍可收入') as string } } }])
    expect(readdirSync(again.folder.importSpool)).toHaveLength(1)
    imports.close()
    again.close()

    disk.makeRoom()
    const roomy = openLibrary(folder, anEnvironment({ newId: () => crypto.randomUUID() }))
    expect(roomy.counts().materials).toBe(100 + stored.length)
    expect(roomy.talks.save(talk.id, '# 二稿', aDerived(), 1).revision).toBe(2)
    expect(roomy.doctor().problems).toEqual([])
    roomy.close()
  })
})
