import type { TrashEntry } from '../../../shared/contract/editing'
import { catalogueOf } from '../../../shared/formats/catalogue'
import { MaterialKind, materialKinds } from '../../../shared/model/material'
import type { Answer } from '../answer'
import type { Session } from '../session'
import { UsageError } from '../usage-error'
import { plain, searchAll } from './search'

/** `list KIND`: all materials, sources, talks, schools, collections, formats or audiences, all materials of one kind, what is out of date, what is in the trash. Singular words are understood. */
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
    case 'school':
    case 'schools': {
      const items = await session.client.schools.list()
      return { json: { items }, lines: items.map(({ id, name, district, level }) => `${id}  ${name}  ${[district, level ?? ''].filter((part) => part !== '').join(', ')}`.trimEnd()), problems: [] }
    }
    case 'collection':
    case 'collections': {
      const items = await session.client.collections.list()
      return { json: { items }, lines: items.map(({ id, title, due, materials, progress }) => `${id}  ${title}  ${[due, ...progress.map(({ reader, read }) => `${reader} ${read}/${materials}`)].filter((part) => part !== '').join(', ')}`), problems: [] }
    }
    case 'format':
    case 'formats': {
      const own = await session.client.formats.list()
      const items = catalogueOf(own, []).formats.map(({ key, ...definition }) => ({ key, id: own.find((one) => one.key === key)?.id ?? null, ...definition }))
      return { json: { items }, lines: items.map(({ key, name, summary }) => `${key}  ${session.say(name)}  ${session.say(summary)}`.trimEnd()), problems: [] }
    }
    case 'audience':
    case 'audiences': {
      const own = await session.client.audiences.list()
      const items = catalogueOf([], own).audiences.map(({ key, ...definition }) => ({ key, id: own.find((one) => one.key === key)?.id ?? null, ...definition }))
      return { json: { items }, lines: items.map(({ key, name, emphasis }) => `${key}  ${session.say(name)}  ${session.say(emphasis)}`.trimEnd()), problems: [] }
    }
    case 'stale':
      return stale(session)
    case 'trash':
      return trash(session)
    case 'material':
    case 'materials':
      return materials(session, [])
    default: {
      const kind = MaterialKind.safeParse(name)
      if (kind.success) return materials(session, [kind.data])
      throw new UsageError({
        'zh-CN': `没有“${name}”可列，可以写：materials、sources、talks、schools、collections、formats、audiences、stale、trash、${materialKinds.join('、')}。`,
        en: `There is no “${name}” to list; there are: materials, sources, talks, schools, collections, formats, audiences, stale, trash, ${materialKinds.join(', ')}.`,
      })
    }
  }
}

async function materials(session: Session, kinds: readonly MaterialKind[]): Promise<Answer> {
  const { hits } = await searchAll(session, '', kinds, Infinity, 'all')
  const items = hits.map(({ id, kind, status, title, tags, source, locator }) => ({ id, kind, status, title: plain(title), tags, source, locator }))
  return { json: { items }, lines: items.map(({ id, kind, title }) => `${id}  ${kind}  ${title}`), problems: [] }
}

/** What is out of date or soon will be, and the talks that rest on it. */
async function stale(session: Session): Promise<Answer> {
  const { materials: items, materialCount, sources, talks } = await session.client.freshness.report()
  const lines = items.map(({ id, title, validUntil, reasons }) => `${id}  ${title}  ${[validUntil, ...reasons].filter((part) => part !== '').join(', ')}`)
  const resting = talks.map(({ id, title, materials }) => `${id}  ${title}  ← ${materials.map((material) => material.title).join(session.say({ 'zh-CN': '、', en: ', ' }))}`)
  return { json: { items, total: materialCount, sources, talks }, lines: [...lines, ...resting], problems: [] }
}

/** Everything in the trash, the last deleted first. */
async function trash(session: Session): Promise<Answer> {
  const items: TrashEntry[] = []
  for (let total = 1; items.length < total; ) {
    const page = await session.client.trash.list({ limit: 1000, offset: items.length })
    items.push(...page.entries)
    total = page.entries.length === 0 ? 0 : page.total
  }
  return { json: { items }, lines: items.map(({ id, kind, title }) => `${id}  ${kind}  ${title}`), problems: [] }
}
