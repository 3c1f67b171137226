import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../../src/shared/contract/library'
import type { MaterialId } from '../../../../src/shared/model/ids'
import { openLibrary } from '../../../../src/main/library/library'
import { aDraft, aFolder, anEnvironment } from '../a-library'
import { contains } from './brute-force'

/** Few enough characters that queries meet texts, from every corner where folding, gram classes or FTS5 could go wrong. */
const alphabet = [
  ...Array.from('教育数字的一pptPpTtaāéſß09 \n\t\u3000，,。.（(【"\'＂*:：%+-—かがガｶﾞ한글ᄒ\u1161\u11ab'),
  '😀', '👨‍👩‍👧', '𠀀', '㈱', 'ﬁ', '①', 'Σ', 'ς', 'İ', '\u0301', '\ud800', '\u0000', '\u200b', '⁸', 'Ａ', 'ａ',
]
const texts = (most: number) => fc.array(fc.constantFrom(...alphabet), { maxLength: most }).map((parts) => parts.join(''))
const title = texts(8).map((text) => text || '题')

type Step =
  | { readonly do: 'insert'; readonly title: string; readonly body: string }
  | { readonly do: 'update'; readonly at: number; readonly title: string; readonly body: string }
  | { readonly do: 'remove'; readonly at: number }
  | { readonly do: 'undo' | 'redo' | 'reopen' | 'reindex' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('insert' as const), title, body: texts(40) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('update' as const), at: fc.nat(), title, body: texts(40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'reopen' as const, 'reindex' as const) }) },
)

describe('search', () => {
  it('finds exactly what substring matching finds, whatever was inserted, updated, deleted, undone, reopened', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), fc.array(texts(5), { minLength: 8, maxLength: 20 }), (steps, queries) => {
        const folder = aFolder()
        const env = anEnvironment()
        let library = openLibrary(folder.path, env)
        try {
          const ids: MaterialId[] = []
          const pick = (at: number) => {
            const present = library.materials.list()
            return present[at % Math.max(1, present.length)]?.id
          }
          for (const one of steps) {
            switch (one.do) {
              case 'insert':
                ids.push(library.materials.create(aDraft({ title: one.title, body: one.body })).id)
                break
              case 'update': {
                const id = pick(one.at)
                if (id) library.materials.update(id, { title: one.title, body: one.body })
                break
              }
              case 'remove': {
                const id = pick(one.at)
                if (id) library.materials.remove([id])
                break
              }
              case 'reopen':
                library.close()
                library = openLibrary(folder.path, env)
                break
              case 'reindex':
                library.reindex()
                break
              case 'undo':
              case 'redo':
                library.history[one.do]()
            }
          }
          const all = library.materials.list()
          // Stretches of the texts themselves, so that most queries have an answer.
          const stretches = all.flatMap(({ title, body }) => [body.slice(1, 4), body.slice(2, 3), `${title.slice(0, 2)} ${body.slice(3, 8)}`])
          for (const text of [...queries, ...stretches]) {
            const expected = all.filter((material) => contains(material, text)).map(({ id }) => id)
            const found = library.materials.search({ text, filter: MaterialFilter.parse({}), limit: 200, offset: 0 })
            expect(found.hits.map(({ id }) => id).sort()).toEqual(expected.sort())
            expect(found.total).toBe(expected.length)
          }
          expect(library.doctor()).toMatchObject({ ok: true, problems: [] })
        } finally {
          library.close()
          folder.remove()
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    )
  })
})
