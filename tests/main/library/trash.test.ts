import { describe, expect, it } from 'vitest'
import { aDerived, aDraft, importInto, titlesFor, withLibrary } from './a-library'

describe('the trash', () => {
  it('lists what was deleted, the last first, and puts it back as it was', () =>
    withLibrary((library) => {
      const { source, materials } = importInto(library)
      const talk = library.talks.add(aDerived({ title: '一讲', cites: materials.map(({ id }) => id) }), '# 一讲')
      library.sources.remove(source.id)
      library.talks.remove(talk.id)
      library.materials.remove(materials.slice(0, 1).map(({ id }) => id))
      expect(library.trash.list(10, 0)).toMatchObject({ total: 3, entries: [{ kind: 'material' }, { kind: 'talk', title: '一讲' }, { kind: 'source', title: '示例规划' }] })

      expect(library.trash.restore(library.trash.list(10, 0).entries.map(({ id }) => id))).toBe(3)
      expect(library.trash.list(10, 0)).toEqual({ entries: [], total: 0 })
      expect(library.sources.paragraphs(source.id)).toHaveLength(2)
      expect(library.sources.materials(source.id)).toEqual(materials)
      expect(library.talks.get(talk.id)).toEqual(talk)
      expect(library.talks.usedIn(materials[0]?.id ?? materials[1]!.id)).toMatchObject([{ title: '一讲' }])
      expect(library.doctor().problems).toEqual([])
    }))

  it('leaves a material without provenance while its source is in it, and cites nothing by a talk that is in it', () =>
    withLibrary((library) => {
      const { source, materials } = importInto(library)
      const [first] = materials
      if (!first) throw new Error('two were imported')
      const talk = library.talks.add(aDerived({ cites: [first.id] }), '# 讲')
      library.sources.remove(source.id)
      library.talks.remove(talk.id)
      expect(library.materials.get(first.id).provenance).toBeNull()
      expect(library.talks.usedIn(first.id)).toEqual([])
      expect(titlesFor(library, '', { used: true })).toEqual([])
    }))

  it('gives back in one deed what was emptied in one', () =>
    withLibrary((library) => {
      const ids = ['甲', '乙', '丙'].map((title) => library.materials.create(aDraft({ title })).id)
      library.materials.remove(ids)
      expect(library.trash.empty(ids.slice(0, 1))).toBe(1)
      expect(library.trash.empty()).toBe(2)
      expect(library.trash.list(10, 0).total).toBe(0)
      library.history.undo()
      library.history.undo()
      expect(library.trash.list(10, 0).entries.map(({ title }) => title)).toEqual(['丙', '乙', '甲'])
      expect(library.trash.restore(ids)).toBe(3)
      expect(titlesFor(library, '')).toEqual(['丙', '乙', '甲'])
    }))

  it('tells the rooms from which something went and to which it came back', () => {
    const rooms: string[] = []
    withLibrary(
      (library) => {
        const { id } = library.talks.add(aDerived(), '# 讲')
        library.talks.remove(id)
        rooms.length = 0
        library.trash.restore([id])
        expect(rooms).toEqual(['materials', 'talks'])
      },
      { onChange: (room) => rooms.push(room) },
    )
  })
})
