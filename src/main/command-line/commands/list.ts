import { MaterialKind, materialKinds } from '../../../shared/model/material'
import type { Answer } from '../answer'
import type { Session } from '../session'
import { UsageError } from '../usage-error'
import { plain, searchAll } from './search'

/** `list KIND`: all materials, sources or talks, or all materials of one kind. Singular words are understood. */
export async function list(session: Session, name: string): Promise<Answer> {
  switch (name) {
    case 'source':
    case 'sources': {
      const items = await session.client.sources.list()
      return { json: { items }, lines: items.map(({ id, title, fileName }) => `${id}  ${title}  (${fileName})`), problems: [] }
    }
    case 'talk':
    case 'talks': {
      const items = await session.client.talks.list()
      return { json: { items }, lines: items.map(({ id, title, minutes, blocks }) => `${id}  ${title}  ${minutes ?? '–'} min, ${blocks}`), problems: [] }
    }
    case 'material':
    case 'materials':
      return materials(session, [])
    default: {
      const kind = MaterialKind.safeParse(name)
      if (kind.success) return materials(session, [kind.data])
      throw new UsageError({
        'zh-CN': `没有“${name}”可列，可以写：materials、sources、talks、${materialKinds.join('、')}。`,
        en: `There is no “${name}” to list; there are: materials, sources, talks, ${materialKinds.join(', ')}.`,
      })
    }
  }
}

async function materials(session: Session, kinds: readonly MaterialKind[]): Promise<Answer> {
  const { hits } = await searchAll(session, '', kinds, Infinity)
  const items = hits.map(({ id, kind, status, title, tags, source, locator }) => ({ id, kind, status, title: plain(title), tags, source, locator }))
  return { json: { items }, lines: items.map(({ id, kind, title }) => `${id}  ${kind}  ${title}`), problems: [] }
}
