import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { formatFromTalk } from '../../src/shared/formats/format-from-talk'
import { freeKey } from '../../src/shared/formats/catalogue'
import { formatOf } from '../../src/shared/formats/talk-formats'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import { AudienceId, FormatId } from '../../src/shared/model/own-definitions'
import { timeTalk } from '../../src/shared/speech/time-talk'
import { gone } from './memory-gone'
import type { MemoryStore } from './memory-held'

const keyFor = (name: string, own: readonly { readonly key: string }[]) => freeKey(name, new Set(own.map(({ key }) => key)))

/** Formats and audiences of the user's own, from memory. */
export function memoryFormats(env: MemoryStore) {
  const server = implement(contract)
  return {
    formats: {
      list: server.formats.list.handler(() => [...env.held.formats]),
      add: server.formats.add.handler(({ input }) => {
        const at = env.tick()
        const added = { id: FormatId.parse(env.newId()), key: keyFor(input.name['zh-CN'], env.held.formats), definition: input, createdAt: at, updatedAt: at }
        env.commit({ formats: [...env.held.formats, added] }, { 'zh-CN': '新建形式', en: 'Add a format' })
        return added
      }),
      change: server.formats.change.handler(({ input }) => {
        const changed = { ...(env.held.formats.find(({ id }) => id === input.id) ?? gone('形式')), definition: input.definition, updatedAt: env.tick() }
        env.commit({ formats: env.held.formats.map((format) => (format.id === input.id ? changed : format)) }, { 'zh-CN': '修改形式', en: 'Edit a format' })
        return changed
      }),
      remove: server.formats.remove.handler(({ input }) => env.commit({ formats: env.held.formats.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除形式', en: 'Delete a format' })),
      fromTalk: server.formats.fromTalk.handler(({ input }) => {
        const talk = parseTalk((env.held.talks.find(({ id }) => id === input.talkId) ?? gone('宣讲稿')).markdown).value
        return formatFromTalk(talk, timeTalk(talk, 220), formatOf(talk.front.format))
      }),
    },
    audiences: {
      list: server.audiences.list.handler(() => [...env.held.audiences]),
      add: server.audiences.add.handler(({ input }) => {
        const at = env.tick()
        const added = { id: AudienceId.parse(env.newId()), key: keyFor(input.name['zh-CN'], env.held.audiences), definition: input, createdAt: at, updatedAt: at }
        env.commit({ audiences: [...env.held.audiences, added] }, { 'zh-CN': '新建对象', en: 'Add an audience' })
        return added
      }),
      change: server.audiences.change.handler(({ input }) => {
        const changed = { ...(env.held.audiences.find(({ id }) => id === input.id) ?? gone('对象')), definition: input.definition, updatedAt: env.tick() }
        env.commit({ audiences: env.held.audiences.map((audience) => (audience.id === input.id ? changed : audience)) }, { 'zh-CN': '修改对象', en: 'Edit an audience' })
        return changed
      }),
      remove: server.audiences.remove.handler(({ input }) => env.commit({ audiences: env.held.audiences.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除对象', en: 'Delete an audience' })),
    },
  }
}
