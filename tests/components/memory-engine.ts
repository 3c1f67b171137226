import { createRouterClient, EventPublisher, implement } from '@orpc/server'
import { contract } from '../../src/shared/contract'
import type { Localized } from '../../src/shared/language'
import { MaterialId, SourceId, TalkId } from '../../src/shared/model/ids'
import type { Material, MaterialDraft } from '../../src/shared/model/material'
import { defaultSettings, type Settings } from '../../src/shared/model/settings'
import type { Source, SourceParagraph } from '../../src/shared/model/source'
import type { TalkRecord } from '../../src/shared/model/talk'
import { LecternError, type Warning } from '../../src/shared/outcome'
import type { Engine } from '../../src/renderer/app/engine'
import { type DesignsSeed, memoryDesigns } from './memory-designs'
import { memoryDrafts } from './memory-drafts'
import { memoryFolders } from './memory-folders'
import { memoryInStep } from './memory-in-step'
import { memoryImports, type ImportSeed } from './memory-imports'
import { memoryKeeping } from './memory-keeping'
import { memoryLeaving } from './memory-leaving'
import { hitOf, inOrder, passes, talksWith } from './memory-finding'
import { gone } from './memory-gone'
import type { Held } from './memory-held'
import { memoryLongWork } from './memory-long-work'
import { memoryRehearsals } from './memory-rehearsals'
import { memoryTalkVersions } from './memory-talk-versions'
import type { PacksSeed } from './memory-packs'
import { memoryRooms } from './memory-rooms'

type Step = { readonly id: number; readonly label: Localized; readonly before: Held; readonly after: Held }

export type MemorySeed = ImportSeed & {
  readonly settings?: Partial<Settings>
  readonly materials?: readonly Partial<MaterialDraft & Pick<Material, 'provenance'>>[]
  readonly sources?: readonly { readonly source: Source; readonly paragraphs: readonly SourceParagraph[] }[]
  readonly talks?: readonly string[]
  /** Whether totals are told as estimates. */
  readonly approximate?: boolean
  /** What is said of how many there are, for estimates that are wrong. */
  readonly estimate?: number
  /** Milliseconds before the answer to a search for this text: for answers that overtake one another. */
  readonly designs?: DesignsSeed
  /** What becomes of packs. */
  readonly packs?: PacksSeed
  /** What the system's own dialog for folders answers; without it there is none. */
  readonly folderDialog?: string
  /** Takes the folders that the system showed: the door is Electron's then, a browser without it. */
  readonly openedFolders?: string[]
  /** What a presentation becomes. */
  readonly readDeck?: (fileName: string, signal: AbortSignal | undefined) => Promise<{ readonly markdown: string; readonly warnings: readonly Warning[] }>
  readonly searchDelay?: (text: string) => number
}

/** The `n`-th id, from 0, readable in a failed test. */
export const memoryId = (n: number): string => `01900000-0000-7000-8000-${n.toString().padStart(12, '0')}`

/**
 * The contract served from memory, for component tests: the same schemas, the same client type, and no process, disk or clock.
 * What the real engine does is tested against the real one.
 */
export function memoryEngine(seed: MemorySeed = {}) {
  let ids = 0
  let now = 1_788_220_800_000
  const tick = () => (now += 60_000)
  let settings: Settings = { ...defaultSettings, language: 'zh-CN', ...seed.settings }
  const paragraphs = new Map((seed.sources ?? []).map(({ source, paragraphs }) => [source.id, paragraphs]))
  let held: Held = {
    sources: (seed.sources ?? []).map(({ source }) => source),
    materials: (seed.materials ?? []).map((draft) => materialOf(draft)),
    talks: (seed.talks ?? []).map((markdown) => talkOf(markdown)),
    trash: [],
    revisions: [],
    collections: [],
    savedSearches: [],
    events: [],
    formats: [],
    audiences: [],
    schools: [],
    versions: [],
  }
  let past: Step[] = []
  let future: Step[] = []
  const changes = new EventPublisher<{ changed: { rooms: ('materials' | 'sources' | 'talks' | 'schools' | 'settings')[] } }>()
  const searches: string[] = []

  function materialOf(draft: Partial<MaterialDraft & Pick<Material, 'provenance'>>): Material {
    const at = tick()
    return { kind: 'note', title: '无题', body: '', tags: [], topics: [], audiences: [], status: 'draft', stage: null, school: '', provenance: null, ...draft, id: MaterialId.parse(memoryId(ids++)), createdAt: at, updatedAt: at }
  }
  function talkOf(markdown: string): TalkRecord {
    const at = tick()
    return { id: TalkId.parse(memoryId(ids++)), markdown, title: /^title: (.*)$/m.exec(markdown)?.[1] ?? '', audience: '', format: '', minutes: null, revision: 1, createdAt: at, updatedAt: at }
  }
  function commit(after: Held, label: Localized) {
    past.push({ id: past.length + 1, label, before: held, after })
    future = []
    held = after
    changes.publish('changed', { rooms: ['materials', 'sources', 'talks', 'schools'] })
  }

  const { edit, rooms } = memoryRooms({
    get held() {
      return held
    },
    get speaker() {
      return settings.speaker
    },
    commit: (changes, label) => commit({ ...held, ...changes }, label),
    tick,
    newId: () => memoryId(ids++),
  }, seed.packs)

  const { kept: rehearsed, rehearsals, lecturers } = memoryRehearsals({ newId: () => memoryId(ids++), changed: (room) => changes.publish('changed', { rooms: [room] }) })

  const { kept: unfinished, drafts } = memoryDrafts(tick)
  const { follow, inStep } = memoryInStep(
    () => held,
    () => changes.publish('changed', { rooms: ['talks'] }),
  )
  const longWorks = memoryLongWork()

  const { accepted, pending, imports } = memoryImports(seed, {
    newId: () => `import-${ids++}`,
    store: (proposals, putAway) => commit({ ...held, materials: [...held.materials.filter(({ id }) => !putAway.has(id)), ...proposals.map((material) => materialOf(material))] }, { 'zh-CN': '导入', en: 'Import' }),
  })

  const server = implement(contract)
  const router = server.router({
    keeping: memoryKeeping(),
    leaving: memoryLeaving(),
    folders: memoryFolders(seed.folderDialog, seed.openedFolders),
    thirdParty: { notices: server.thirdParty.notices.handler(() => [{ name: 'example-library', version: '1.2.3', licence: 'MIT', homepage: '', text: '示例许可全文' }, { name: 'other-library', version: '2.0.0', licence: 'ISC', homepage: '', text: '另一份许可全文' }]) },
    talkHistory: { steps: server.talkHistory.steps.handler(({ input }) => ({ revision: held.talks.find(({ id }) => id === input.id)?.revision ?? 1, done: 0, bottom: 0, top: 0, steps: [] })) },
    inStep,
    talkVersions: memoryTalkVersions({ newId: () => memoryId(ids++), tick, changed: () => changes.publish('changed', { rooms: ['talks'] }) }),
    rehearsals,
    lecturers,
    drafts,
    ...memoryDesigns(seed.designs ?? [], { newId: () => memoryId(ids++), tick, changed: () => changes.publish('changed', { rooms: ['talks'] }) }),
    longWork: longWorks.longWork,
    opening: { steps: server.opening.steps.handler(() => (async function* () {})()) },
    ...rooms,
    app: {
      state: server.app.state.handler(() => ({
        version: '0.0.0',
        libraryName: '示例素材库',
        settings,
        counts: { sources: held.sources.length, materials: held.materials.length, talks: held.talks.length },
        runtime: { node: '24', sqlite: '3', host: seed.openedFolders === undefined ? ('worker' as const) : ('utility-process' as const) },
      })),
      changeSettings: server.app.changeSettings.handler(({ input }) => {
        settings = { ...settings, ...input }
        changes.publish('changed', { rooms: ['settings'] })
        return settings
      }),
      changes: server.app.changes.handler(({ signal }) => changes.subscribe('changed', { signal })),
      history: server.app.history.handler(() => ({ undo: past.at(-1) ?? null, redo: future.at(-1) ?? null })),
      undo: server.app.undo.handler(() => {
        const step = past.at(-1)
        if (!step) return { undone: null }
        past = past.slice(0, -1)
        future.push(step)
        held = step.before
        changes.publish('changed', { rooms: ['materials', 'sources', 'talks', 'schools'] })
        return { undone: step }
      }),
      redo: server.app.redo.handler(() => {
        const step = future.pop()
        if (!step) return { redone: null }
        past.push(step)
        held = step.after
        changes.publish('changed', { rooms: ['materials', 'sources', 'talks', 'schools'] })
        return { redone: step }
      }),
      doctor: server.app.doctor.handler(() => ({ ok: true, problems: [] })),
      demo: server.app.demo.handler(() => {
        commit({ ...held, materials: [materialOf({ title: '示例素材', body: '一条示例。' })] }, { 'zh-CN': '填入示例', en: 'Fill the example' })
        return { sources: 0, materials: 1, talks: 0 }
      }),
    },
    imports,
    materials: {
      search: server.materials.search.handler(async ({ input }) => {
        searches.push(input.text)
        await new Promise((resolve) => setTimeout(resolve, seed.searchDelay?.(input.text) ?? 0))
        const words = input.text.toLowerCase().split(/\s+/).filter(Boolean)
        const found = held.materials.filter((material) => passes(held, material, input.filter) && words.every((word) => `${material.title}\n${material.body}`.toLowerCase().includes(word)))
        const hits = inOrder(held, found, input.order).slice(input.offset, input.offset + input.limit).map((material) => hitOf(held, material, words))
        return { hits, total: seed.estimate ?? found.length, approximate: seed.approximate, ms: 0 }
      }),
      get: server.materials.get.handler(({ input }) => {
        const material = held.materials.find(({ id }) => id === input.id) ?? gone('素材')
        return { material, source: held.sources.find(({ id }) => id === material.provenance?.sourceId) ?? null, usedIn: talksWith(held, material).map(({ id, title }) => ({ id, title })) }
      }),
      create: server.materials.create.handler(({ input }) => {
        const material = materialOf(input)
        commit({ ...held, materials: [...held.materials, material] }, { 'zh-CN': '新建素材', en: 'Create material' })
        return material
      }),
      update: server.materials.update.handler(({ input }) => {
        edit(input.id, input.changes)
        return held.materials.find(({ id }) => id === input.id) ?? gone('素材')
      }),
      remove: server.materials.remove.handler(({ input }) => {
        const removed = held.materials.filter(({ id }) => input.ids.includes(id)).length
        const deletedAt = tick()
        const trash = held.materials.filter(({ id }) => input.ids.includes(id)).map((material) => ({ material, deletedAt }))
        commit({ ...held, materials: held.materials.filter(({ id }) => !input.ids.includes(id)), trash: [...trash, ...held.trash] }, { 'zh-CN': `删除 ${removed} 条素材`, en: `Delete ${removed} materials` })
        return { removed }
      }),
      labels: server.materials.labels.handler(() => ({
        tags: counted(held.materials.flatMap(({ tags }) => tags)),
        topics: counted(held.materials.flatMap(({ topics }) => topics)),
        audiences: counted(held.materials.flatMap(({ audiences }) => audiences)),
        kinds: counted(held.materials.map(({ kind }) => kind)).map(({ label, count }) => ({ kind: label, count })),
      })),
    },
    sources: {
      list: server.sources.list.handler(() => [...held.sources]),
      get: server.sources.get.handler(({ input }) => ({ source: held.sources.find(({ id }) => id === input.id) ?? gone('出处'), outline: [], materials: 0 })),
      paragraphs: server.sources.paragraphs.handler(({ input }) => (paragraphs.get(input.id) ?? []).filter(({ index }) => index >= input.from && index <= input.to)),
      update: server.sources.update.handler(({ input }) => {
        const source = { ...(held.sources.find(({ id }) => id === input.id) ?? gone('出处')), ...input.changes }
        commit({ ...held, sources: held.sources.map((other) => (other.id === source.id ? source : other)) }, { 'zh-CN': '修改出处', en: 'Edit source' })
        return source
      }),
      remove: server.sources.remove.handler(({ input }) => commit({ ...held, sources: held.sources.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除出处', en: 'Delete source' })),
      original: server.sources.original.handler(() => new Blob(['原文'], { type: 'text/plain' })),
    },
    talks: {
      list: server.talks.list.handler(() => held.talks.map(({ markdown, ...summary }) => ({ ...summary, blocks: markdown.split(/^## /m).length - 1 }))),
      get: server.talks.get.handler(({ input }) => held.talks.find(({ id }) => id === input.id) ?? gone('宣讲稿')),
      create: server.talks.create.handler(({ input }) => {
        const talk = { ...talkOf(`---\ntitle: ${input.title}\n---\n`), format: input.format, audience: input.audience, minutes: input.minutes }
        held = { ...held, talks: [...held.talks, talk] }
        return talk
      }),
      importMarkdown: server.talks.importMarkdown.handler(({ input }) => {
        const talk = talkOf(input.markdown)
        held = { ...held, talks: [...held.talks, talk] }
        return { talk, warnings: [] }
      }),
      importDeck: server.talks.importDeck.handler(async ({ input, signal }) => {
        const { markdown, warnings } = await (seed.readDeck ?? (() => gone('演示文稿')))(input.fileName, signal)
        const talk = talkOf(markdown)
        held = { ...held, talks: [...held.talks, talk] }
        return { talk, warnings: [...warnings] }
      }),
      save: server.talks.save.handler(({ input }) => {
        const before = held.talks.find(({ id }) => id === input.id) ?? gone('宣讲稿')
        if (before.revision !== input.revision) throw new LecternError('talk-changed-elsewhere', { 'zh-CN': '这份宣讲稿在别处改过了。', en: 'This talk was changed elsewhere.' })
        const talk = { ...before, markdown: input.markdown, revision: before.revision + 1, updatedAt: tick() }
        held = { ...held, talks: held.talks.map((other) => (other.id === talk.id ? talk : other)) }
        follow(talk.id, before.markdown, talk.markdown, talk.updatedAt)
        return talk
      }),
      blockFrom: server.talks.blockFrom.handler(({ input }) => {
        const material = held.materials.find(({ id }) => id === input.materialId) ?? gone('素材')
        return { markdown: `## ${material.title}\n${material.body}\n` }
      }),
      remove: server.talks.remove.handler(({ input }) => commit({ ...held, talks: held.talks.filter(({ id }) => id !== input.id) }, { 'zh-CN': '删除宣讲稿', en: 'Delete talk' })),
      // oxlint-disable-next-line require-yield -- the contract asks for a stream; there is no writer in memory
      export: server.talks.export.handler(async function* () {
        throw new LecternError('no-writer', { 'zh-CN': '内存里的引擎不能导出。', en: 'The engine in memory exports nothing.' })
      }),
    },
    assets: {
      addPicture: server.assets.addPicture.handler(() => gone('图片')),
      describe: server.assets.describe.handler(() => []),
      content: server.assets.content.handler(() => gone('图片')),
      playedFrom: server.assets.playedFrom.handler(() => gone('影音')),
    },
  })

  const engine: Engine = createRouterClient(router)
  return {
    engine,
    /** The texts searched for, in order. */
    searches,
    /** What was given to `imports.accept`, in order. */
    accepted,
    /** What was kept of rehearsals, by id. */
    rehearsed,
    unfinished,
    longWorks,
    get materials(): readonly Material[] {
      return held.materials
    },
    /** Everything held, rooms without an access of their own included. */
    get held(): Held {
      return held
    },
    get settings(): Settings {
      return settings
    },
    /** Imports that were read and neither accepted nor discarded. */
    get pendingImports(): number {
      return pending.size
    },
  }
}

const counted = <Label extends string>(labels: readonly Label[]): { label: Label; count: number }[] =>
  [...new Set(labels)].map((label) => ({ label, count: labels.filter((other) => other === label).length })).toSorted((a, b) => b.count - a.count)

/** A source of `count` body paragraphs, for tests. */
export function memorySource(title: string, count: number): { source: Source; paragraphs: SourceParagraph[] } {
  return {
    source: {
      id: SourceId.parse('01900000-0000-7000-9000-000000000001'),
      title,
      fileName: `${title}.docx`,
      format: 'docx',
      issuer: '',
      number: '',
      date: '',
      original: 'a'.repeat(64) as Source['original'],
      bytes: 1024,
      paragraphs: count,
      importedAt: 1_788_220_800_000,
    },
    paragraphs: Array.from({ length: count }, (_, at) => ({ index: at + 1, text: `第${at + 1}段的文字。`, number: '', level: 0, kind: 'body' as const })),
  }
}
