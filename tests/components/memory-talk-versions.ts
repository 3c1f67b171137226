import { implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import { blockTextsOf } from '../../src/shared/markdown/block-texts'
import { TalkVersionId, type TalkVersion } from '../../src/shared/model/talk-version'
import { gone } from './memory-gone'

type Kept = TalkVersion & { readonly markdown: string }

/** Versions of talks from memory; none is thinned out. */
export function memoryTalkVersions({ newId, tick, changed }: { newId: () => string; tick: () => number; changed: () => void }) {
  const server = implement(contract)
  let kept: readonly Kept[] = []
  const put = (next: readonly Kept[]) => {
    kept = next
    changed()
  }
  const get = (id: TalkVersionId): Kept => kept.find((one) => one.id === id) ?? gone('版本')
  return {
    list: server.talkVersions.list.handler(({ input }) => kept.filter(({ talkId }) => talkId === input.talkId).toSorted((a, b) => b.at - a.at)),
    text: server.talkVersions.text.handler(({ input }) => get(input.id)),
    keep: server.talkVersions.keep.handler(({ input }) => {
      const newest = kept.at(-1)
      if (input.reason !== 'by-hand' && newest?.markdown === input.markdown) return newest
      const version = { ...input, id: TalkVersionId.parse(newId()), at: tick(), blocks: blockTextsOf(input.markdown).length, seconds: 60 }
      put([...kept, version])
      return version
    }),
    rename: server.talkVersions.rename.handler(({ input }) => {
      put(kept.map((one) => (one.id === input.id ? { ...one, name: input.name } : one)))
      return get(input.id)
    }),
    remove: server.talkVersions.remove.handler(({ input }) => put(kept.filter(({ id }) => id !== input.id))),
  }
}
