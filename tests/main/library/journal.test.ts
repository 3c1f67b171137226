import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../src/shared/contract/library'
import { caseStages } from '../../../src/shared/model/material'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { aDerived, aDocument, aDraft, aFolder, anEnvironment, aProposal, importInto, titlesFor, withLibrary } from './a-library'
import { dumpOf } from './library-dump'

const kinds = [
  'create', 'create', 'update', 'remove', 'import', 'import-version', 'rename-source', 'remove-source', 'supersede-source', 'remove-talk', 'edit-many', 'restore-revision',
  'link', 'unlink', 'add-event', 'change-event', 'remove-event', 'save-search', 'change-search', 'remove-search',
  'add-collection', 'fill-collection', 'thin-collection', 'arrange-collection', 'mark', 'remove-collection', 'restore-from-trash', 'empty-trash',
] as const
type Deed = { readonly kind: (typeof kinds)[number]; readonly at: number; readonly text: string }

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat({ max: 50 }),
  text: fc.array(fc.constantFrom('教育', '数字', '资源', 'ppt', '，', ' ', '㈱', '一'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
})

const someFilter = MaterialFilter.parse({ kinds: ['case'], used: true })

/** Does something that a user could do; at times there is nothing to do it to, or it changes nothing. */
const perform = (library: Library, { kind, at, text }: Deed, count: number): void => {
  const pick = <T>(all: readonly T[]): T | undefined => all[at % Math.max(1, all.length)]
  const materials = library.materials.list()
  const some = materials.filter((_, i) => i % (1 + (at % 4)) === 0).map(({ id }) => id)
  const material = pick(materials)
  const source = pick(library.sources.list())
  const event = material && pick(library.cases.of(material.id))
  const search = pick(library.savedSearches.list())
  const collection = pick(library.collections.list())
  const inIt = collection ? library.collections.entries(collection.id).map((entry) => entry.material) : []
  const title = text.trim() || '题'
  switch (kind) {
    case 'create':
      library.materials.create(aDraft({ title, body: text, tags: [title], topics: at % 2 ? ['共同'] : [], ...(at % 3 ? {} : { validUntil: '2026-01-01', consent: { state: 'given', note: text } }) }))
      return
    case 'update':
      if (material) library.materials.update(material.id, at % 3 === 0 ? { tags: [title, '共同'] } : { title, body: text + text, status: 'approved', validUntil: at % 2 ? '' : '2027-05-01' })
      return
    case 'remove':
      library.materials.remove(some)
      return
    case 'import':
      importInto(library, aDocument([`${count} ${text}`, text, text], { title }), [aProposal(0, { title, body: text }), aProposal(1, { body: `${text}二` })])
      return
    case 'import-version':
      importInto(library, aDocument([`${count} ${text}`, text], { title }), [aProposal(0, { title, body: text, versionOf: material?.id })])
      return
    case 'rename-source':
      if (source) library.sources.update(source.id, { title, issuer: text, validUntil: at % 2 ? '2025-12-31' : '' })
      return
    case 'remove-source':
      if (source) library.sources.remove(source.id)
      return
    case 'supersede-source': {
      const newer = library.sources.list().find(({ id }) => id !== source?.id)
      if (source && newer?.supersededBy === undefined) library.sources.supersede(source.id, newer?.id ?? null)
      return
    }
    case 'remove-talk': {
      const talk = pick(library.talks.list())
      if (talk) library.talks.remove(talk.id)
      return
    }
    case 'edit-many':
      if (some.length > 0) library.materials.editMany(some, { addTags: [title], removeTopics: ['共同'], status: at % 2 ? 'approved' : undefined, validUntil: '2026-07-01' })
      return
    case 'restore-revision':
      if (material) library.materials.restoreRevision(material.id, 1)
      return
    case 'link':
      library.versions.link(some.slice(0, 4))
      return
    case 'unlink':
      if (material) library.versions.unlink(material.id)
      return
    case 'add-event':
      if (material) library.cases.add(material.id, { stage: caseStages[at % 4] ?? 'reviewed', date: at % 2 ? `2026-01-${10 + (at % 9)}` : '', note: text })
      return
    case 'change-event':
      if (event) library.cases.change(event.id, { stage: 'feedback', note: text })
      return
    case 'remove-event':
      if (event) library.cases.remove(event.id)
      return
    case 'save-search':
      library.savedSearches.save({ name: title, text, filter: someFilter, order: 'title' })
      return
    case 'change-search':
      if (search) library.savedSearches.change(search.id, { name: `${title}二`, text: '课' })
      return
    case 'remove-search':
      if (search) library.savedSearches.remove(search.id)
      return
    case 'add-collection':
      library.collections.create({ title, note: text, due: at % 2 ? '2026-09-01' : '' }, some)
      return
    case 'fill-collection':
      if (collection && some.length > 0) library.collections.add(collection.id, some)
      return
    case 'thin-collection':
      if (collection) library.collections.takeOut(collection.id, inIt.slice(0, 1 + (at % 2)))
      return
    case 'arrange-collection':
      if (collection) library.collections.arrange(collection.id, inIt.toReversed())
      return
    case 'mark': {
      const entry = pick(inIt)
      if (collection && entry) library.collections.mark(collection.id, entry, title, at % 3 > 0)
      return
    }
    case 'remove-collection':
      if (collection) library.collections.remove(collection.id)
      return
    case 'restore-from-trash':
      library.trash.restore(library.trash.list(100, 0).entries.filter((_, i) => i % (1 + (at % 3)) === 0).map(({ id }) => id))
      return
    case 'empty-trash':
      library.trash.empty(at % 2 ? undefined : library.trash.list(1, 0).entries.map(({ id }) => id))
      return
  }
}

describe('undo', () => {
  it('takes any sequence of deeds back to the first state and on again to every later one, across restarts', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 20 }), (deeds) => {
        const folder = aFolder()
        const env = anEnvironment()
        let library = openLibrary(folder.path, env)
        const reopen = () => {
          library.close()
          library = openLibrary(folder.path, env)
        }
        try {
          const material = library.materials.create(aDraft({ title: '先有的' }))
          for (const title of ['一', '二', '三']) library.talks.add(aDerived({ title, cites: [material.id] }), `# ${title}`)
          const states = [dumpOf(folder.path)]
          for (const [count, one] of deeds.entries()) {
            const before = library.history.peek().undo?.id
            perform(library, one, count)
            // What changes nothing is no deed, and leaves nothing to take back.
            if (library.history.peek().undo?.id !== before) states.push(dumpOf(folder.path))
            else expect(dumpOf(folder.path)).toEqual(states.at(-1))
          }
          reopen()
          for (const state of states.slice(0, -1).toReversed()) {
            expect(library.history.undo()).not.toBeNull()
            expect(dumpOf(folder.path)).toEqual(state)
          }
          reopen()
          for (const state of states.slice(1)) {
            expect(library.history.redo()).not.toBeNull()
            expect(dumpOf(folder.path)).toEqual(state)
          }
          expect(library.history.redo()).toBeNull()
          expect(library.doctor().problems).toEqual([])
        } finally {
          library.close()
          folder.remove()
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 30) },
    )
  })

  it('names the next deed to take back and to do again', () =>
    withLibrary((library) => {
      importInto(library)
      const { undo } = library.history.peek()
      expect(undo?.label).toEqual({ 'zh-CN': '导入《示例规划》（2 条素材）', en: 'Import “示例规划” (2 materials)' })
      expect(library.history.undo()).toEqual(undo)
      expect(library.history.peek()).toEqual({ undo: null, redo: undo })
    }))

  it('forgets what was undone once something else is done', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '甲' }))
      library.history.undo()
      library.materials.create(aDraft({ title: '乙' }))
      expect(library.history.redo()).toBeNull()
      expect(titlesFor(library, '')).toEqual(['乙'])
    }))

  it('answers null when there is nothing to take back', () => withLibrary((library) => expect(library.history.undo()).toBeNull()))

  it('brings a deleted talk back with the text it had last', () =>
    withLibrary((library) => {
      const talk = library.talks.add(aDerived(), '# 初稿')
      library.talks.save(talk.id, '# 定稿', aDerived(), 1)
      library.talks.remove(talk.id)
      expect(library.talks.find(talk.id)).toBeNull()
      library.history.undo()
      expect(library.talks.get(talk.id)).toMatchObject({ markdown: '# 定稿', revision: 2 })
    }))

  it('leaves no trace of a deed that failed halfway', () => {
    let ids = 0
    withLibrary(
      (library, folder) => {
        const before = dumpOf(folder)
        expect(() => importInto(library)).toThrow('out of ids')
        expect(dumpOf(folder)).toEqual(before)
        expect(library.history.peek()).toEqual({ undo: null, redo: null })
      },
      {
        newId: () => {
          if (++ids > 3) throw new Error('out of ids')
          return `019b0000-0000-7000-8000-00000000000${ids}`
        },
      },
    )
  })
})
