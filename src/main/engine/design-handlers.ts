import { importDesign } from '../use-cases/import-design'
import { server } from './server'

export const designs = {
  list: server.designs.list.handler(({ context: { library } }) => library.designs.list()),
  add: server.designs.add.handler(async ({ context, input, signal }) => {
    const { value: design, warnings } = await importDesign(context, input.fileName, new Uint8Array(await input.content.arrayBuffer()), signal)
    return { design, warnings: [...warnings] }
  }),
  change: server.designs.change.handler(({ context: { library }, input: { id, name, choices } }) => {
    const { definition } = library.designs.get(id)
    return library.designs.change(id, { ...definition, ...(name !== undefined && { name: { 'zh-CN': name, en: name } }), ...(choices !== undefined && { choices }) })
  }),
  remove: server.designs.remove.handler(({ context: { library }, input }) => library.designs.remove(input.id)),
}
