import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { fillDemo } from '../../../src/main/use-cases/fill-demo'
import type { ReadFile } from '../../../src/main/use-cases/read-imports'
import { plainBrand } from '../../../src/shared/model/brand'
import { SchoolDraft } from '../../../src/shared/model/school'
import { withLibraryAsync } from '../library/a-library'

const starter = fileURLToPath(new URL('../../../resources/starter/', import.meta.url))
const read: ReadFile = async (name, bytes) => ({ document: await readDocument(name, bytes), media: new Map() })

describe('the example', () => {
  it('is one deed: undo leaves an empty library, redo brings all of it back', () =>
    withLibraryAsync(async (library) => {
      const filled = await fillDemo(library, read, starter)
      expect(Math.min(filled.sources, filled.materials, filled.talks)).toBeGreaterThan(0)
      expect(library.schools.list().map(({ logo }) => logo !== null && library.assets.has(logo))).toEqual([true, true, true])
      expect(library.history.undo()?.label.en).toBe('Fill the library with the example')
      expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
      expect(library.schools.list()).toEqual([])
      expect(library.history.peek().undo).toBeNull()
      library.history.redo()
      expect(library.counts()).toEqual(filled)
      expect(library.doctor().problems).toEqual([])
    }))

  it('leaves schools that are there among themselves', () =>
    withLibraryAsync(async (library) => {
      library.schools.keep([{ id: null, school: SchoolDraft.parse({ name: '自己的学校' }), brand: plainBrand }])
      await fillDemo(library, read, starter)
      expect(library.schools.list().map(({ name }) => name)).toEqual(['自己的学校'])
    }))

  it('goes in again after it was taken back', () =>
    withLibraryAsync(async (library) => {
      const filled = await fillDemo(library, read, starter)
      library.history.undo()
      expect(await fillDemo(library, read, starter)).toEqual(filled)
    }))

  it('goes in once when two windows ask for it at the same time', () =>
    withLibraryAsync(async (library) => {
      const both = await Promise.allSettled([fillDemo(library, read, starter), fillDemo(library, read, starter)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      library.history.undo()
      expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
    }))

  it('leaves nothing when a document cannot be read', () =>
    withLibraryAsync(async (library) => {
      let read = 0
      const failing: ReadFile = async (name, bytes) => {
        if (read++ > 0) throw new Error('示例')
        return { document: await readDocument(name, bytes), media: new Map() }
      }
      await expect(fillDemo(library, failing, starter)).rejects.toThrow('示例')
      expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
    }))
})
