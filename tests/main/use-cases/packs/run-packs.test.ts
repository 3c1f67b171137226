import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readManifest, type PackManifest } from '../../../../src/shared/packs/pack-manifest'
import type { PackReport } from '../../../../src/shared/packs/pack-report'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { readZip } from '../../../../src/main/zip/read-zip'
import { estimatePacks } from '../../../../src/main/use-cases/packs/estimate-packs'
import { runPacks } from '../../../../src/main/use-cases/packs/pack-task'
import { heldPacks } from '../../../../src/main/use-cases/packs/held-packs'
import { PackShelf } from '../../../../src/main/use-cases/packs/pack-shelf'
import { TalkId } from '../../../../src/shared/model/ids'
import { SchoolDraft, SchoolId } from '../../../../src/shared/model/school'
import { fillWithSchools, packTask, secretOf } from '../../../builders/packs-in-library'
import { talkForSchools } from '../../../builders/talk-for-schools'
import { withLibraryAsync } from '../../library/a-library'

let to = ''
beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'lectern-packs-'))
})
afterEach(() => rmSync(to, { recursive: true, force: true }))

const unwatched = () => undefined
/** Every file beneath a folder with its bytes. */
const treeOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item): [string, string] => [join(item.parentPath, item.name).slice(folder.length + 1), readFileSync(join(item.parentPath, item.name)).toString('latin1')])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
/** All text of a pack, whatever it is packed in. */
const wordsOf = (folder: string): string =>
  readdirSync(folder)
    .map((name) => {
      const bytes = readFileSync(join(folder, name))
      if (!/\.(?:pptx|docx)$/.test(name)) return bytes.toString('utf8')
      const archive = readZip(bytes)
      return archive.names.map((part) => Buffer.from(archive.read(part)!).toString('utf8')).join('\n')
    })
    .join('\n')

const statusesOf = ({ results }: PackReport) => new Map(results.map(({ school, status }) => [school.id, status]))

describe('a run of packs', () => {
  it('writes a file plainly where the disk does not take it otherwise, and tells what keeps it from being written at all', async () => {
    const shelf = new PackShelf(to, false)
    const room = Buffer.alloc(3 * 65536, 5)
    const file = { bytes: room.subarray(1, 100_001), sha256: 'a', blocks: room.subarray(1, 102_401) }
    const facts: Omit<PackManifest, 'files'> = { format: 1, school: { id: SchoolId.parse('019b0000-0000-7000-8000-000000000001'), name: '示例小学', district: '', level: null }, talk: { id: null, title: '', audience: '', sha256: '' }, materials: [], input: '', leftOut: [] }
    const box = shelf.begin('示例小学')
    for (const name of ['one.bin', 'two.bin']) box.put(name, file)
    await box.finish(facts)
    for (const name of ['one.bin', 'two.bin']) expect(readFileSync(join(to, '示例小学', name)).equals(file.bytes)).toBe(true)
    const lost = new PackShelf(to, false).begin('示例一中')
    lost.put(join('no such folder', 'one.bin'), file)
    await expect(lost.finish(facts)).rejects.toMatchObject({ code: 'ENOENT' })
    await lost.discard()
    expect(readdirSync(to)).not.toContain('示例一中')
  })

  it('lets whatever else waits for its thread have a turn between two packs', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      let turns = 0
      let next = setImmediate(function turn() {
        turns++
        next = setImmediate(turn)
      })
      const seen: number[] = []
      await runPacks(library, packTask(talk, schools, to), (done) => void (seen[done] = turns))
      clearImmediate(next)
      expect(seen).toHaveLength(4)
      expect(new Set(seen).size).toBe(4)
    }))

  it('gives every school a folder with its files and a manifest, and an index over all', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      const report = await runPacks(library, packTask(talk, schools, to), unwatched)
      expect(report.results.map(({ status, files }) => [status, files])).toEqual([['made', 5], ['made', 5], ['made', 5]])
      const folder = join(to, schools[0]!.name)
      expect(readdirSync(folder).sort()).toEqual(['handout.docx', 'manifest.json', 'quiz.docx', 'script.docx', 'slides.pptx'])
      const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'))
      expect(manifest).toMatchObject({ school: { id: schools[0]!.id }, talk: { id: talk.id }, materials: [{ title: `${secretOf(0)}的走廊书屋` }], files: [{ name: 'slides.pptx' }, {}, {}, {}] })
      const page = readFileSync(join(to, 'index.html'), 'utf8')
      for (const { name } of schools) expect(page).toContain(`<a href="${encodeURIComponent(name)}/">`)
      expect(lintPackage(readFileSync(join(to, 'index.xlsx')))).toEqual([])
      for (const name of ['slides.pptx', 'script.docx', 'handout.docx', 'quiz.docx']) expect(lintPackage(readFileSync(join(folder, name)))).toEqual([])
    }))

  it('puts no byte of what is one school’s own into another’s pack', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 8)
      await runPacks(library, packTask(talk, schools, to), unwatched)
      for (const [index, { name }] of schools.entries()) {
        const words = wordsOf(join(to, name))
        expect(words).toContain(`${secretOf(index)}的做法`)
        expect([...new Set(words.match(/校密\d{4}/g))]).toEqual([secretOf(index)])
      }
    }))

  it('leaves packs that are whole and would be made just so, and makes a damaged one again', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      await runPacks(library, packTask(talk, schools, to), unwatched)
      const before = treeOf(to)
      writeFileSync(join(to, schools[1]!.name, 'script.docx'), 'cut')
      const report = await runPacks(library, packTask(talk, schools, to), unwatched)
      expect(statusesOf(report)).toEqual(new Map([[schools[0]!.id, 'unchanged'], [schools[1]!.id, 'made'], [schools[2]!.id, 'unchanged']]))
      expect(treeOf(to)).toEqual(before)
    }))

  it('makes again only what changed: of one school, or of all when the talk does; the index names those that hold an older version', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      await runPacks(library, packTask(talk, schools, to), unwatched)
      library.schools.change(schools[2]!.id, { short: '新简称' })
      expect(statusesOf(await runPacks(library, packTask(talk, schools, to), unwatched))).toEqual(new Map([[schools[0]!.id, 'unchanged'], [schools[1]!.id, 'unchanged'], [schools[2]!.id, 'made']]))

      const changed = { ...talk, markdown: talk.markdown.replace('先选一节课', '先选两节课') }
      const report = await runPacks(library, packTask(changed, schools.slice(0, 1), to), unwatched)
      expect(report.results.map(({ status }) => status)).toEqual(['made'])
      expect(report.older.map(({ school }) => school.id).sort()).toEqual([schools[1]!.id, schools[2]!.id])
      expect(readFileSync(join(to, 'index.html'), 'utf8').match(/<tr class="older">/g)).toHaveLength(2)
    }))

  it('has in the index also the packs that an earlier run made of the same text, so that re-issuing to some leaves the index over all', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      await runPacks(library, packTask(talk, schools, to), unwatched)
      const before = treeOf(to)
      await runPacks(library, packTask(talk, schools.slice(0, 1), to), unwatched)
      expect(treeOf(to)).toEqual(before)
      const zips = `${to}-zips`
      await runPacks(library, packTask(talk, schools, zips, { zip: true }), unwatched)
      const index = readFileSync(join(zips, 'index.html'), 'utf8')
      await runPacks(library, packTask(talk, schools.slice(1, 2), zips, { zip: true }), unwatched)
      expect(readFileSync(join(zips, 'index.html'), 'utf8')).toBe(index)
      rmSync(zips, { recursive: true })
    }))

  it('tells before a run which schools hold this version, an older one or another talk', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 4)
      const other = { ...talk, id: TalkId.parse('01900000-0000-7000-8000-00000000beef'), markdown: '# 另一篇\n\n## 一页\n- 示例\n' }
      const wish = { kinds: ['markdown' as const] }
      for (const zip of [false, true]) {
        await runPacks(library, packTask(other, schools.slice(2, 3), to, { ...wish, zip }), unwatched)
        await runPacks(library, packTask(talk, schools.slice(1, 2), to, { ...wish, zip }), unwatched)
        const changed = { ...talk, markdown: `${talk.markdown}\n` }
        await runPacks(library, packTask(changed, schools.slice(0, 1), to, { ...wish, zip }), unwatched)
        const held = new Map((await heldPacks(library, changed, to, zip)).map(({ school, holds }) => [school, holds]))
        expect(schools.map(({ id }) => held.get(id))).toEqual(['this', 'older', 'other-talk', undefined])
      }
      expect(await heldPacks(library, talk, join(to, 'none'), false)).toEqual([])
    }))

  it('keeps what the user has put into a pack when it is made again', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 1)
      await runPacks(library, packTask(talk, schools, to), unwatched)
      writeFileSync(join(to, schools[0]!.name, '联系人.txt'), '我自己的笔记')
      library.schools.change(schools[0]!.id, { short: '新简称' })
      const markdownToo = packTask(talk, schools, to, { kinds: ['slides', 'markdown'] })
      expect((await runPacks(library, markdownToo, unwatched)).results[0]?.status).toBe('made')
      // What an earlier run made and this one does not is gone; what is the user's is not.
      expect(readdirSync(join(to, schools[0]!.name)).sort()).toEqual(['manifest.json', 'slides.pptx', 'talk.md', '联系人.txt'].sort())
    }))

  it('stops when it is told to, with what is finished whole, and goes on from there', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 4)
      const uninterrupted = `${to}-whole`
      await runPacks(library, packTask(talk, schools, uninterrupted), unwatched)
      const stop = new Error('stopped')
      const watch = (done: number) => {
        if (done === 2) throw stop
      }
      await expect(runPacks(library, packTask(talk, schools, to), watch)).rejects.toBe(stop)
      // The one that was begun by then is finished, too.
      const finished = readdirSync(to)
      expect(finished).toHaveLength(3)
      for (const name of finished) expect(readdirSync(join(to, name))).toHaveLength(5)
      const report = await runPacks(library, packTask(talk, schools, to), unwatched)
      expect(report.results.filter(({ status }) => status === 'unchanged')).toHaveLength(finished.length)
      expect(treeOf(to)).toEqual(treeOf(uninterrupted))
      rmSync(uninterrupted, { recursive: true })
    }))

  it('lists one school’s failure with its reason and makes the others', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 3)
      // A file lies where the folder of a school should be.
      writeFileSync(join(to, schools[1]!.name), 'in the way')
      const report = await runPacks(library, packTask(talk, schools, to), unwatched)
      expect(report.results.filter(({ status }) => status === 'failed').map(({ school, failure }) => [school.id, failure?.code])).toEqual([[schools[1]!.id, 'cannot-write']])
      expect(report.results.filter(({ status }) => status === 'made')).toHaveLength(2)
      expect(readFileSync(join(to, schools[1]!.name), 'utf8')).toBe('in the way')
      expect(readFileSync(join(to, 'index.html'), 'utf8')).toContain('<tr class="failed">')
    }))

  it('makes a zip a school, with the same files', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 2)
      const folders = `${to}-folders`
      await runPacks(library, packTask(talk, schools, folders), unwatched)
      await runPacks(library, packTask(talk, schools, to, { zip: true }), unwatched)
      for (const { name } of schools) {
        const archive = readZip(readFileSync(join(to, `${name}.zip`)))
        expect(new Map(archive.names.map((file) => [file, Buffer.from(archive.read(file)!).toString('latin1')]))).toEqual(treeOf(join(folders, name)))
      }
      expect((await runPacks(library, packTask(talk, schools, to, { zip: true }), unwatched)).results.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
      rmSync(folders, { recursive: true })
    }))

  it('gives the schools of a level the variant that is meant for them', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 2, talkForSchools.replace('## 下一步\n', ':::only{audience=students}\n## 给同学们的一页\n- 你好\n:::\n\n## 下一步\n'))
      await runPacks(library, packTask(talk, schools, to, { audiences: { junior: 'students' } }), unwatched)
      const [junior, primary] = schools.map(({ name }) => wordsOf(join(to, name)))
      expect(junior).toContain('给同学们的一页')
      expect(primary).not.toContain('给同学们的一页')
    }))

  it('lists schools as people count them, district by district', () =>
    withLibraryAsync(async (library) => {
      const { talk } = fillWithSchools(library, 0)
      const schools = ['示例第13小学', '示例第2小学', '示例第1小学'].map((name, at) => library.schools.add(SchoolDraft.parse({ name, district: at === 2 ? '示例西区' : '示例东区' })))
      const { results } = await runPacks(library, packTask(talk, schools, to, { kinds: ['markdown'] }), unwatched)
      expect(results.map(({ school }) => school.name)).toEqual(['示例第2小学', '示例第13小学', '示例第1小学'])
    }))

  it('says what a pack lacks, and what a run would come to', () =>
    withLibraryAsync(async (library) => {
      const { talk, schools } = fillWithSchools(library, 2)
      library.schools.useBrand(schools[0]!.id, { ...library.schools.brandOf(schools[0]!.id), series: '', logo: null })
      const { places, bytesEach } = await estimatePacks(library, packTask(talk, schools, to))
      expect(places.map(({ place }) => place)).toEqual(schools.map(({ name }) => name))
      const { results } = await runPacks(library, packTask(talk, schools, to), unwatched)
      expect(results[0]?.leftOut.map(({ code }) => code)).toEqual(expect.arrayContaining(['token-without-value', 'no-logo']))
      const manifest = statSync(join(to, schools[0]!.name, 'manifest.json')).size
      expect(results[0]?.bytes).toBe(bytesEach + manifest)
    }))
})
