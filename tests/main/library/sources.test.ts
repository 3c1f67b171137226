import { describe, expect, it } from 'vitest'
import { aDocument, aProposal, importInto, withLibrary } from './a-library'

describe('a source', () => {
  it('keeps its document in full: text, numbers, outline, imprint and original file', () =>
    withLibrary((library) => {
      const document = aDocument(['二、重点任务', '建设数字资源。', '推进应用。'])
      const { source } = importInto(library, document)
      expect(library.sources.get(source.id)).toMatchObject({ title: '示例规划', fileName: '示例规划.md', issuer: '示例教育局', number: '示教发〔2026〕1号', date: '2026-01-05', paragraphs: 3 })
      expect(library.sources.paragraphs(source.id)).toEqual(document.paragraphs)
      expect(library.sources.paragraphs(source.id, 2, 2)).toEqual([document.paragraphs[1]])
      expect(library.sources.outline(source.id)).toEqual(document.outline)
      expect(new TextDecoder().decode(library.assets.read(source.original))).toBe('二、重点任务\n建设数字资源。\n推进应用。')
    }))

  it('brings its materials in, each with the place it came from, in the order of the document', () =>
    withLibrary((library) => {
      const { source, materials } = importInto(library, aDocument(), [aProposal(0), aProposal(1)])
      expect(materials.map(({ title }) => title)).toEqual(['第1条', '第2条'])
      expect(materials[1]?.provenance).toEqual({ sourceId: source.id, path: ['二、重点任务'], locator: '二', from: 2, to: 2 })
      expect(library.sources.materialCount(source.id)).toBe(2)
    }))

  it('keeps the page of every paragraph that has one', () =>
    withLibrary((library) => {
      const document = aDocument(['甲', '乙'])
      const paged = { ...document, paragraphs: document.paragraphs.map((paragraph, at) => (at === 1 ? { ...paragraph, page: 7 } : paragraph)) }
      const { source } = importInto(library, paged)
      expect(library.sources.paragraphs(source.id)).toEqual(paged.paragraphs)
      expect(library.doctor().ok).toBe(true)
    }))

  it('is known by its original file', () =>
    withLibrary((library) => {
      const { source } = importInto(library)
      expect(library.sources.byOriginal(source.original)?.id).toBe(source.id)
      library.sources.remove(source.id)
      expect(library.sources.byOriginal(source.original)).toBeNull()
    }))

  it('leaves its materials without provenance when it is removed, and gives it back when it returns', () =>
    withLibrary((library) => {
      const { source, materials } = importInto(library)
      const [first] = materials
      library.sources.remove(source.id)
      expect(library.materials.list().map(({ provenance }) => provenance)).toEqual([null, null])
      expect(library.doctor().problems).toEqual([])
      library.history.undo()
      expect(library.materials.get(first?.id ?? materials[1]!.id).provenance?.sourceId).toBe(source.id)
      expect(library.sources.paragraphs(source.id)).toHaveLength(2)
    }))

  it('can be renamed, and an unknown one is said to be missing', () =>
    withLibrary((library) => {
      const { source } = importInto(library)
      expect(library.sources.update(source.id, { title: '示例规划（修订）', date: undefined })).toMatchObject({ title: '示例规划（修订）', date: '2026-01-05' })
      library.sources.remove(source.id)
      expect(library.sources.find(source.id)).toBeNull()
      expect(() => library.sources.get(source.id)).toThrow(expect.objectContaining({ code: 'source-not-found' }))
    }))
})
