import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { aDerived, aDocument, aDraft, aFolder, anEnvironment, aProposal, importInto, titlesFor, withLibrary } from './a-library'
import { dumpOf } from './library-dump'

type Deed = { readonly kind: 'create' | 'update' | 'remove' | 'import' | 'rename-source' | 'remove-source' | 'remove-talk'; readonly at: number; readonly text: string }

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('create' as const, 'create' as const, 'update' as const, 'remove' as const, 'import' as const, 'rename-source' as const, 'remove-source' as const, 'remove-talk' as const),
  at: fc.nat({ max: 50 }),
  text: fc.array(fc.constantFrom('教育', '数字', '资源', 'ppt', '，', ' ', '㈱', '一'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
})

/** @returns whether there was anything to do it to */
const perform = (library: Library, { kind, at, text }: Deed, count: number): boolean => {
  const pick = <T>(all: readonly T[]): T | undefined => all[at % Math.max(1, all.length)]
  const title = text.trim() || '题'
  switch (kind) {
    case 'create':
      library.materials.create(aDraft({ title, body: text, tags: [title], topics: at % 2 ? ['共同'] : [] }))
      return true
    case 'update': {
      const material = pick(library.materials.list())
      if (material) library.materials.update(material.id, at % 3 === 0 ? { tags: [title, '共同'] } : { title, body: text + text, status: 'approved' })
      return material !== undefined
    }
    case 'remove': {
      const materials = library.materials.list()
      return library.materials.remove(materials.filter((_, i) => i % (1 + (at % 4)) === 0).map(({ id }) => id)) > 0
    }
    case 'import':
      importInto(library, aDocument([`${count} ${text}`, text, text], { title }), [aProposal(0, { title, body: text }), aProposal(1, { body: `${text}二` })])
      return true
    case 'rename-source': {
      const source = pick(library.sources.list())
      if (source) library.sources.update(source.id, { title, issuer: text })
      return source !== undefined
    }
    case 'remove-source': {
      const source = pick(library.sources.list())
      if (source) library.sources.remove(source.id)
      return source !== undefined
    }
    case 'remove-talk': {
      const talk = pick(library.talks.list())
      if (talk) library.talks.remove(talk.id)
      return talk !== undefined
    }
  }
}

describe('undo', () => {
  it('takes any sequence of deeds back to the first state and on again to every later one, across restarts', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), (deeds) => {
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
          for (const [count, one] of deeds.entries()) if (perform(library, one, count)) states.push(dumpOf(folder.path))
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
