import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { CollectionId, type CollectionSummary } from '../../src/shared/model/collection'
import { hitOf } from './memory-finding'
import { gone } from './memory-gone'
import type { HeldCollection, MemoryStore } from './memory-held'

const summary = ({ id, title, note, due, materials, marks, at }: HeldCollection): CollectionSummary => ({
  id,
  title,
  note,
  due,
  materials: materials.length,
  progress: [...new Set(marks.map(({ reader }) => reader))].map((reader) => ({ reader, read: marks.filter((mark) => mark.reader === reader).length })),
  createdAt: at,
  updatedAt: at,
})

/** Reading lists. */
export function memoryCollections(store: MemoryStore) {
  const server = implement(contract).collections
  const one = (id: CollectionId) => store.held.collections.find((collection) => collection.id === id) ?? gone('清单')
  const put = (id: CollectionId, changes: Partial<HeldCollection>) => {
    const collection = { ...one(id), ...changes }
    store.commit({ collections: store.held.collections.map((other) => (other.id === id ? collection : other)) }, { 'zh-CN': '修改清单', en: 'Edit list' })
    return summary(collection)
  }
  return {
    list: server.list.handler(() => store.held.collections.map(summary)),
    get: server.get.handler(({ input }) => {
      const collection = one(input.id)
      const entries = collection.materials.flatMap((id) => {
        const material = store.held.materials.find((held) => held.id === id)
        return material ? [{ material: hitOf(store.held, material, []), readBy: collection.marks.filter((mark) => mark.material === id).map(({ reader }) => reader) }] : []
      })
      return { collection: summary(collection), entries }
    }),
    create: server.create.handler(({ input }) => {
      const collection = { ...input, id: CollectionId.parse(store.newId()), marks: [], at: store.tick() }
      store.commit({ collections: [...store.held.collections, collection] }, { 'zh-CN': '新建清单', en: 'Create list' })
      return summary(collection)
    }),
    update: server.update.handler(({ input }) => put(input.id, input.changes)),
    remove: server.remove.handler(({ input }) => store.commit({ collections: store.held.collections.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除清单', en: 'Delete list' })),
    add: server.add.handler(({ input }) => put(input.id, { materials: [...new Set([...one(input.id).materials, ...input.materials])] })),
    takeOut: server.takeOut.handler(({ input }) => put(input.id, { materials: one(input.id).materials.filter((id) => !input.materials.includes(id)) })),
    arrange: server.arrange.handler(({ input }) => put(input.id, { materials: input.materials })),
    mark: server.mark.handler(({ input: { id, materialId, read, ...input } }) => {
      const reader = input.reader || store.speaker || gone('阅读人')
      const others = one(id).marks.filter((mark) => mark.reader !== reader || mark.material !== materialId)
      return put(id, { marks: read ? [...others, { reader, material: materialId }] : others })
    }),
  }
}
