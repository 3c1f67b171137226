import { describe, expect, it } from 'vitest'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { MaterialFilter } from '../../../src/shared/contract/library'
import { noPins, type RecordStanding } from '../../../src/shared/contract/leaving'
import { audiences, formatOf } from '../../../src/shared/formats/talk-formats'
import { BundleLine } from '../../../src/shared/model/bundle'
import { BrandDraft } from '../../../src/shared/model/brand'
import { SchoolDraft } from '../../../src/shared/model/school'
import { LecternError } from '../../../src/shared/outcome'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { keepVersion } from '../../../src/main/use-cases/keep-version'
import { mergeBundle } from '../../../src/main/use-cases/merge-bundle'
import { compareBundle } from '../../../src/main/use-cases/open-bundle'
import { packBundle } from '../../../src/main/use-cases/pack-library'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { addPicture } from '../../../src/main/use-cases/talk-pictures'
import { writeSealedArchive } from '../../../src/main/zip/sealed-archive'
import { ZipFileReader } from '../../../src/main/zip/zip-file-reader'
import { ZipFileWriter } from '../../../src/main/zip/zip-file-writer'
import { aDraft, aFolder, anEnvironment, importInto } from '../library/a-library'
import { dumpOf } from '../library/library-dump'

const picture = readFileSync('resources/starter/pictures/small-desk.png')

/** Two libraries with ids of their own, and a place for a bundle. */
const withTwo = async (work: (ours: Library, theirs: Library, bundle: string) => Promise<void>): Promise<void> => {
  const folder = aFolder()
  let ids = 0
  const other = anEnvironment({ newId: () => `019b0000-0000-7000-9000-${(++ids).toString(16).padStart(12, '0')}` })
  const ours = openLibrary(join(folder.path, 'ours'), anEnvironment())
  const theirs = openLibrary(join(folder.path, 'theirs'), other)
  try {
    await work(ours, theirs, join(folder.path, '交换.lectern'))
  } finally {
    ours.close()
    theirs.close()
    folder.remove()
  }
}

/** A source with two materials, a case with steps and a history, a picture, a talk that cites, a reading list with marks, a saved search. */
const fill = (library: Library) => {
  const { source, materials } = importInto(library)
  const { hash } = addPicture(library, new Uint8Array(picture))
  const story = library.materials.create(aDraft({ kind: 'case', title: '一所学校', body: `做法\n\n![课堂](asset:${hash})`, tags: ['资源'], school: '示例小学' }))
  library.cases.add(story.id, { stage: 'adopted', date: '2026-03-01', note: '区里采用' })
  library.materials.update(story.id, { tags: ['资源', '课堂'] })
  library.materials.update(story.id, { tags: ['资源'] })
  const loose = library.materials.create(aDraft({ title: '没有人用的' }))
  const { talk } = importTalk(library, `---\ntitle: 示例宣讲\n---\n\n# 一\n\n## 规划\n> 建设数字资源。\n\n:::cite{source="示例规划" material="${materials[0]?.id ?? ''}"}\n:::\n`)
  keepVersion(library, talk.id, 'by-hand', '---\ntitle: 旧稿\n---\n', '初稿')
  const list = library.collections.create({ title: '示例书单', note: '先读第一条', due: '2026-09-01' }, [loose.id, story.id])
  library.collections.mark(list.id, story.id, '示例教师', true)
  const search = library.savedSearches.save({ name: '资源类案例', text: '资源', filter: MaterialFilter.parse({ kinds: ['case'] }), order: 'relevance' })
  return { source, materials, story, loose, talk, hash, list, search }
}

const codeOf = async (work: () => Promise<unknown>): Promise<string> => work().then(() => 'nothing was thrown', (error: unknown) => (error instanceof LecternError ? error.code : String(error)))
const pack = (library: Library, file: string, wish: Parameters<typeof packBundle>[2] = null) => packBundle(library, file, wish, {})

const linesOf = async (file: string): Promise<BundleLine[]> => {
  const handle = await open(file)
  const text = (await (await ZipFileReader.open(handle, { entries: 100, total: 1e8 })).readAll('records.ndjson', 1e8)).toString('utf8')
  await handle.close()
  return text.trim().split('\n').map((line) => BundleLine.parse(JSON.parse(line)))
}

/** A zip without a seal. */
const asZip = async (file: string, entries: Record<string, string>) => {
  const handle = await open(file, 'w+')
  const zip = new ZipFileWriter(handle)
  for (const [name, text] of Object.entries(entries)) await zip.add(name, text)
  await zip.finish()
  await handle.close()
}

describe('a bundle', () => {
  it('takes everything into an empty library: records, texts, steps, histories, reading lists, searches, originals and pictures', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { source, materials, story, talk, hash, list, search } = fill(ours)
      expect(await pack(ours, bundle)).toMatchObject({ counts: { sources: 1, materials: 4, talks: 1, assets: 2, collections: 1, searches: 1 }, warnings: [], bytes: statSync(bundle).size })
      const before = dumpOf(theirs.folder.path)
      expect(await compareBundle(theirs, bundle)).toMatchObject({ ours: false, counts: { sources: 1, materials: 4, talks: 1, assets: 2, collections: 1, searches: 1 }, standing: { new: 8, identical: 0, newer: 0, older: 0 } })
      expect(dumpOf(theirs.folder.path)).toEqual(before)

      expect(await mergeBundle(theirs, bundle)).toEqual({ added: 8, identical: 0, keptBoth: [], assets: 2, pins: noPins })
      for (const { id } of [...materials, story]) expect(theirs.materials.get(id)).toEqual(ours.materials.get(id))
      expect(theirs.sources.paragraphs(source.id)).toEqual(ours.sources.paragraphs(source.id))
      expect(theirs.sources.get(source.id)).toEqual(source)
      expect(theirs.cases.of(story.id)).toEqual(ours.cases.of(story.id))
      expect(theirs.revisions.list(story.id)).toEqual(ours.revisions.list(story.id))
      expect(theirs.revisions.list(story.id)).toHaveLength(4)
      expect(theirs.revisions.get(story.id, 3).tags).toEqual(['资源', '课堂'])
      expect(theirs.collections.get(list.id)).toEqual(ours.collections.get(list.id))
      expect(theirs.collections.entries(list.id).map(({ material, readBy }) => ({ material, readBy }))).toEqual(ours.collections.entries(list.id).map(({ material, readBy }) => ({ material, readBy })))
      expect(theirs.savedSearches.list()).toEqual([search])
      expect(theirs.talks.get(talk.id).markdown).toBe(talk.markdown)
      expect(theirs.talkVersions.records(talk.id)).toEqual(ours.talkVersions.records(talk.id))
      expect(theirs.talkVersions.ofTalk(talk.id)).toMatchObject([{ name: '初稿', reason: 'by-hand' }])
      expect(theirs.talks.usedIn(materials[0]!.id).map(({ id }) => id)).toEqual([talk.id])
      expect(Buffer.from(theirs.assets.read(hash)).equals(picture)).toBe(true)
      expect(theirs.assets.pictures([hash])).toEqual(ours.assets.pictures([hash]))
      expect(theirs.doctor().problems).toEqual([])
    }))

  it('brings formats and audiences of the user’s own, once, and keeps both where they differ', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { key: _key, ...definition } = formatOf('policy+case')
      const format = ours.formats.add({ ...definition, name: { 'zh-CN': '示例形式', en: 'Example' } })
      const { key: _audience, ...profile } = audiences[0]!
      const audience = ours.audiences.add({ ...profile, name: { 'zh-CN': '示例对象', en: 'Example' } })
      await pack(ours, bundle)
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 2, identical: 0 })
      expect(theirs.formats.list()).toEqual([format])
      expect(theirs.audiences.list()).toEqual([audience])
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, identical: 2 })
      theirs.formats.change(format.id, { ...definition, name: { 'zh-CN': '改过的形式', en: 'Changed' } })
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, identical: 1, keptBoth: [{ type: 'format', standing: 'older' }] })
      expect(theirs.formats.list().map(({ key }) => key)).toEqual(['示例形式', '示例形式-2'])
      expect(theirs.doctor().problems).toEqual([])
    }))

  it('brings schools with all their brands and logos, once, and keeps both where they differ', () =>
    withTwo(async (ours, theirs, bundle) => {
      const logo = ours.assets.put(picture, 'png')
      const { id } = ours.schools.add(SchoolDraft.parse({ name: '示例小学', district: '示例区' }), BrandDraft.parse({ primary: '1C5FB8', logo }))
      ours.schools.useBrand(id, BrandDraft.parse({ primary: 'B3261E', series: '晨光讲堂', logo }))
      await pack(ours, bundle)
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 1, assets: 1 })
      expect(theirs.schools.get(id)).toEqual(ours.schools.get(id))
      expect(theirs.schools.brands.history(id)).toEqual(ours.schools.brands.history(id))
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, identical: 1 })
      theirs.schools.useBrand(id, BrandDraft.parse({ primary: '00695C' }))
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, keptBoth: [{ type: 'school', title: '示例小学' }] })
      expect(theirs.schools.list().map(({ primary }) => primary)).toEqual(expect.arrayContaining(['00695C', 'B3261E']))
      expect(theirs.doctor().problems).toEqual([])
    }))

  /** A talk in which two schools have a slot each of its three: a case, none, and nobody's choice. */
  const choose = (library: Library) => {
    const { talk } = importTalk(library, '---\ntitle: 示例宣讲\n---\n\n## 我们学校的故事\n\n:::local-case\n:::\n\n## 再说一个\n\n:::local-case\n:::\n')
    const school = library.schools.add(SchoolDraft.parse({ name: '示例小学' }))
    const own = library.materials.create(aDraft({ kind: 'case', title: '一所学校', school: '示例小学' }))
    library.localCases.pin(talk.id, school, '我们学校的故事', own.id)
    library.localCases.pin(talk.id, school, '再说一个', null)
    return { talk, school, own }
  }

  it('brings the cases that were chosen for schools, once, in the same deed', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { talk, school, own } = choose(ours)
      expect((await pack(ours, bundle)).counts).toMatchObject({ schools: 1, pins: 2 })
      expect(await compareBundle(theirs, bundle)).toMatchObject({ counts: { pins: 2 }, standing: { new: 3 }, pins: { new: 2, identical: 0, differing: 0 } })
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 3, pins: { new: 2, identical: 0, differing: 0 } })
      expect(theirs.localCases.pins(talk.id, school.id)).toEqual(new Map([['我们学校的故事', own.id], ['再说一个', null]]))
      expect(theirs.doctor().problems).toEqual([])
      const once = dumpOf(theirs.folder.path)
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, pins: { new: 0, identical: 2, differing: 0 } })
      expect(dumpOf(theirs.folder.path)).toEqual(once)
      await pack(theirs, `${bundle}2`)
      expect(await linesOf(`${bundle}2`)).toEqual(await linesOf(bundle))
      theirs.history.undo()
      expect([theirs.localCases.chosen(), theirs.schools.list()]).toEqual([[], []])
    }))

  it('leaves what was chosen here as it is, and takes choices for places where nobody chose', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { talk, school, own } = choose(ours)
      await pack(ours, bundle)
      await mergeBundle(theirs, bundle)
      theirs.localCases.pin(talk.id, school, '我们学校的故事', null)
      theirs.localCases.pin(talk.id, school, '再说一个', undefined)
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, keptBoth: [], pins: { new: 1, identical: 0, differing: 1 } })
      expect(theirs.localCases.pins(talk.id, school.id)).toEqual(new Map([['我们学校的故事', null], ['再说一个', null]]))
      expect(theirs.materials.get(own.id).title).toBe('一所学校')
    }))

  it('lets a chosen case follow what is kept beside ours', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { talk, school, own } = choose(ours)
      await pack(ours, bundle)
      await mergeBundle(theirs, bundle)
      ours.materials.update(own.id, { title: '一所学校，改过' })
      ours.talks.save(talk.id, '---\ntitle: 改过的宣讲\n---\n', { title: '改过的宣讲', audience: '', format: '', minutes: null, blocks: 0, cites: [] }, 1)
      await pack(ours, bundle)
      const { keptBoth } = await mergeBundle(theirs, bundle)
      const keptAs = (type: string) => keptBoth.find((one) => one.type === type)?.keptAs
      expect(theirs.localCases.chosen().filter((pin) => pin.talk === keptAs('talk')).map(({ slot, material }) => [slot, material])).toEqual([['再说一个', null], ['我们学校的故事', keptAs('material')]])
      expect(theirs.localCases.pins(talk.id, school.id).get('我们学校的故事')).toBe(own.id)
      expect(theirs.doctor().problems).toEqual([])
    }))

  it('passes over a choice whose talk, school or case is nowhere, and one that has the place or id of another', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { talk, school } = choose(ours)
      await pack(ours, bundle)
      const lines = await linesOf(bundle)
      const pin = lines.find((line) => line.type === 'case-pin')!
      const nowhere = '019a0000-0000-7000-8000-000000000000'
      const forged = [{ ...pin, talk: nowhere }, { ...pin, school: nowhere }, { ...pin, material: nowhere }, { ...pin, slot: '别处' }, { ...pin, slot: '别处', material: null }]
      await writeSealedArchive(bundle, async (add) => {
        await add('records.ndjson', [...lines, ...forged].map((line) => `${JSON.stringify(line)}\n`).join(''))
        return { format: 'lectern-bundle', version: 4, libraryId: 'x' }
      })
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ pins: { new: 3 } })
      expect([...theirs.localCases.pins(talk.id, school.id)].map(([slot]) => slot).toSorted()).toEqual(['再说一个', '别处', '我们学校的故事'].toSorted())
      expect(theirs.localCases.pins(talk.id, school.id).get('别处')).toBeNull()
      expect(theirs.doctor().problems).toEqual([])
    }))

  it('is the same bytes again, and the same from the library that it went into', () =>
    withTwo(async (ours, theirs, bundle) => {
      fill(ours)
      await pack(ours, bundle)
      await pack(ours, `${bundle}2`)
      expect(readFileSync(`${bundle}2`).equals(readFileSync(bundle))).toBe(true)
      await mergeBundle(theirs, bundle)
      await pack(theirs, `${bundle}3`)
      expect(await linesOf(`${bundle}3`)).toEqual(await linesOf(bundle))
    }))

  it('is merged as one deed, which undo takes back and redo does again', () =>
    withTwo(async (ours, theirs, bundle) => {
      fill(ours)
      theirs.materials.create(aDraft({ title: '原有的' }))
      await pack(ours, bundle)
      const before = dumpOf(theirs.folder.path)
      await mergeBundle(theirs, bundle)
      const after = dumpOf(theirs.folder.path)
      expect(theirs.history.undo()?.label.en).toBe('Merge a bundle (8 records)')
      expect(dumpOf(theirs.folder.path)).toEqual(before)
      theirs.history.redo()
      expect(dumpOf(theirs.folder.path)).toEqual(after)
    }))

  it('changes nothing when it is merged again', () =>
    withTwo(async (ours, theirs, bundle) => {
      fill(ours)
      await pack(ours, bundle)
      await mergeBundle(theirs, bundle)
      const once = dumpOf(theirs.folder.path)
      expect(await mergeBundle(theirs, bundle)).toEqual({ added: 0, identical: 8, keptBoth: [], assets: 0, pins: noPins })
      expect(dumpOf(theirs.folder.path)).toEqual(once)
    }))

  it.each<[string, boolean, RecordStanding]>([
    ['newer', false, 'newer'],
    ['older', true, 'older'],
  ])('keeps both where theirs is %s, whole, and only once however often it is merged', (_name, editOurs, standing) =>
    withTwo(async (ours, theirs, bundle) => {
      const { story, source, talk, materials, list, loose, search } = fill(ours)
      await pack(ours, bundle)
      await mergeBundle(theirs, bundle)
      const edited = editOurs ? theirs : ours
      for (let i = 0; i < 40; i++) edited.materials.update(story.id, { title: `改过 ${i}` })
      edited.sources.update(source.id, { issuer: '另一个教育局' })
      edited.talks.save(talk.id, '---\ntitle: 改过的宣讲\n---\n', { title: '改过的宣讲', audience: '', format: '', minutes: null, blocks: 0, cites: [] }, 1)
      edited.collections.mark(list.id, loose.id, '示例教师', true)
      edited.savedSearches.change(search.id, { name: '改过的查找' })
      await pack(ours, bundle)

      const compared = await compareBundle(theirs, bundle)
      expect(compared.records.slice(0, 5).map(({ type }) => type).toSorted()).toEqual(['collection', 'material', 'saved-search', 'source', 'talk'])
      const { keptBoth, added, identical } = await mergeBundle(theirs, bundle)
      expect({ added, identical, kept: keptBoth.length }).toEqual({ added: 0, identical: 3, kept: 5 })
      const material = keptBoth.find(({ type }) => type === 'material')!
      expect(material).toMatchObject({ id: story.id, standing })
      expect(theirs.materials.get(story.id).title).toBe(editOurs ? '改过 39' : '一所学校')
      const beside = theirs.materials.list().find(({ id }) => id === material.keptAs)
      expect(beside).toMatchObject({ title: editOurs ? '一所学校' : '改过 39', tags: ['资源'] })
      expect(theirs.cases.of(beside!.id).map(({ note }) => note)).toEqual(['区里采用'])
      expect(theirs.sources.list().map(({ issuer }) => issuer).toSorted()).toEqual(['另一个教育局', '示例教育局'])
      expect(theirs.materials.get(materials[0]!.id).provenance?.sourceId).toBe(source.id)
      expect(theirs.talks.list()).toHaveLength(2)
      expect(theirs.revisions.list(beside!.id)).toHaveLength(editOurs ? 4 : 44)
      expect(theirs.collections.list().map(({ title, progress }) => `${title} ${progress[0]?.read}`).toSorted()).toEqual(['示例书单 1', '示例书单 2'])
      expect(theirs.savedSearches.list().map(({ name }) => name)).toEqual(expect.arrayContaining(['改过的查找', '资源类案例']))
      expect(theirs.doctor().problems).toEqual([])

      const once = dumpOf(theirs.folder.path)
      expect(await mergeBundle(theirs, bundle)).toMatchObject({ added: 0, identical: 8, keptBoth: [] })
      expect(dumpOf(theirs.folder.path)).toEqual(once)
    }),
  )

  it('of a selection brings what it rests on and no more', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { talk, materials, source } = fill(ours)
      const { counts } = await pack(ours, bundle, { materials: [], talks: [talk.id] })
      expect(counts).toEqual({ sources: 1, materials: 1, talks: 1, assets: 1, collections: 0, searches: 0, formats: 0, audiences: 0, designs: 0, schools: 0, pins: 0 })
      await mergeBundle(theirs, bundle)
      expect(theirs.materials.list().map(({ id }) => id)).toEqual([materials[0]!.id])
      expect(theirs.sources.list().map(({ id }) => id)).toEqual([source.id])
    }))

  it('leaves the trash behind, and in a reading list the place of what lies there', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { loose, story, list } = fill(ours)
      ours.materials.remove([loose.id])
      expect((await pack(ours, bundle)).counts).toMatchObject({ materials: 3, collections: 1 })
      await mergeBundle(theirs, bundle)
      expect(theirs.collections.entries(list.id).map(({ material }) => material)).toEqual([story.id])
      expect(theirs.trash.list(10, 0).total).toBe(0)
    }))

  it('of the first version, without histories and lists, is read as before', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { story } = fill(ours)
      await pack(ours, bundle)
      const lines = (await linesOf(bundle)).filter(({ type }) => type !== 'collection' && type !== 'saved-search').map((line) => (line.type === 'material' ? { ...line, revisions: undefined } : line))
      await writeSealedArchive(bundle, async (add) => {
        await add('records.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
        return { format: 'lectern-bundle', version: 1, libraryId: 'x' }
      })
      await mergeBundle(theirs, bundle)
      expect(theirs.revisions.list(story.id)).toHaveLength(1)
      expect(theirs.collections.list()).toEqual([])
      expect(theirs.counts().materials).toBe(4)
    }))

  it('says which files were missing when it was made, and merges all the same', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { source } = fill(ours)
      rmSync(ours.folder.assets, { recursive: true })
      expect((await pack(ours, bundle)).warnings.map(({ code }) => code)).toEqual(['asset-left-out'])
      await mergeBundle(theirs, bundle)
      expect(theirs.sources.get(source.id).title).toBe('示例规划')
      expect(theirs.doctor().problems.map(({ code }) => code)).toEqual(['missing-asset'])
    }))
})

describe('a bundle that is none', () => {
  it.each<[string, (file: string, library: Library) => Promise<unknown>, string]>([
    ['some text', async (file) => writeFileSync(file, 'no zip at all, but long enough to look at'), 'not-a-bundle'],
    ['an empty file', async (file) => writeFileSync(file, ''), 'not-a-bundle'],
    ['another zip', (file) => asZip(file, { 'word/document.xml': '<w/>' }), 'not-a-bundle'],
    ['a backup', (file, library) => library.backups.save(file, 'outgoing', { check: async () => ({ libraryId: '', counts: library.counts(), stored: 0, assets: 0, madeBy: null }) }), 'a-backup'],
    ['a manifest that is not JSON', (file) => asZip(file, { 'manifest.json': '{', 'records.ndjson': '' }), 'not-a-bundle'],
    ['one from a newer Lectern', (file) => asZip(file, { 'manifest.json': JSON.stringify({ format: 'lectern-bundle', version: 99, libraryId: 'x', entries: [] }), 'records.ndjson': '' }), 'bundle-newer'],
    ['records that the manifest does not vouch for', (file) => asZip(file, { 'manifest.json': JSON.stringify({ format: 'lectern-bundle', version: 1, libraryId: 'x', entries: [] }), 'records.ndjson': '' }), 'bundle-damaged'],
    ['no records', (file) => asZip(file, { 'manifest.json': JSON.stringify({ format: 'lectern-bundle', version: 1, libraryId: 'x', entries: [] }) }), 'bundle-damaged'],
    ['an entry that climbs out', (file) => asZip(file, { '../evil': 'x', 'manifest.json': '{}' }), 'bundle-damaged'],
  ])('%s is refused with one sentence, and the library stays as it is', (_name, make, code) =>
    withTwo(async (ours, _theirs, bundle) => {
      fill(ours)
      await make(bundle, ours)
      const before = dumpOf(ours.folder.path)
      expect(await codeOf(() => compareBundle(ours, bundle))).toBe(code)
      expect(await codeOf(() => mergeBundle(ours, bundle))).toBe(code)
      expect(dumpOf(ours.folder.path)).toEqual(before)
    }),
  )

  it('is noticed whichever byte was changed on the way', () =>
    withTwo(async (ours, theirs, bundle) => {
      fill(ours)
      await pack(ours, bundle)
      const whole = readFileSync(bundle)
      const good = await compareBundle(theirs, bundle)
      for (let at = 0; at < whole.byteLength; at += Math.ceil(whole.byteLength / 60)) {
        const harmed = Buffer.from(whole)
        harmed[at] = (harmed[at] ?? 0) ^ 0x20
        writeFileSync(bundle, harmed)
        // A bit in a field that nobody reads may pass; then nothing else was changed.
        const outcome = await compareBundle(theirs, bundle).catch((error: unknown) => (error instanceof LecternError ? error.code : String(error)))
        if (typeof outcome === 'string') expect(outcome).toBeOneOf(['bundle-damaged', 'not-a-bundle', 'too-large', 'bundle-newer'])
        else expect(outcome).toEqual(good)
      }
    }))

  it('never gets a record past its schema', () =>
    withTwo(async (ours, theirs, bundle) => {
      fill(ours)
      await pack(ours, bundle)
      const [line] = (await linesOf(bundle)).filter(({ type }) => type === 'material')
      await writeSealedArchive(bundle, async (add) => {
        await add('records.ndjson', `${JSON.stringify({ ...line, kind: 'poem' })}\n`)
        return { format: 'lectern-bundle', version: 1, libraryId: 'x' }
      })
      expect(await codeOf(() => mergeBundle(theirs, bundle))).toBe('bundle-damaged')
      expect(theirs.counts().materials).toBe(0)
    }))
})
