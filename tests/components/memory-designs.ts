import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { DesignId, type OwnDesign } from '../../src/shared/model/own-design'
import { gone } from './memory-gone'

export type DesignsSeed = readonly Pick<OwnDesign, 'key' | 'definition'>[]

/** Designs of the user's own from memory; what is brought in takes the template of the first one. */
export function memoryDesigns(seed: DesignsSeed, env: { readonly newId: () => string; readonly tick: () => number; readonly changed: () => void }) {
  const server = implement(contract)
  const made = (key: string, definition: OwnDesign['definition']): OwnDesign => {
    const at = env.tick()
    return { id: DesignId.parse(env.newId()), key, definition, createdAt: at, updatedAt: at }
  }
  let kept: readonly OwnDesign[] = seed.map(({ key, definition }) => made(key, definition))
  const set = (after: readonly OwnDesign[]) => {
    kept = after
    env.changed()
  }
  return {
    designs: {
      list: server.designs.list.handler(() => [...kept]),
      add: server.designs.add.handler(({ input }) => {
        const [first] = seed
        if (first === undefined) throw gone('模板')
        const name = input.fileName.replace(/\.\w+$/, '')
        const design = made(name, { ...first.definition, name: { 'zh-CN': name, en: name }, choices: {} })
        set([...kept, design])
        return { design, warnings: [] }
      }),
      change: server.designs.change.handler(({ input: { id, name, choices } }) => {
        const before = kept.find((one) => one.id === id)
        if (before === undefined) throw gone('模板')
        const definition = { ...before.definition, ...(name && { name: { 'zh-CN': name, en: name } }), ...(choices && { choices }) }
        const changed = { ...before, definition }
        set(kept.map((one) => (one.id === id ? changed : one)))
        return changed
      }),
      remove: server.designs.remove.handler(({ input }) => set(kept.filter(({ id }) => id !== input.id))),
    },
  }
}
