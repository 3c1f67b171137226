// oxlint-disable unicorn/require-post-message-target-origin -- ports between threads, not windows
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEngineWorker, type EngineWorker } from '../../../src/main/host/engine-worker'
import { failureOf } from '../../../src/shared/contract/failure'
import type { Contract } from '../../../src/shared/contract/index'
import { EVENT_BYTES, type EventBytesOnWire } from '../../../src/shared/contract/wire'

type Client = ContractRouterClient<Contract>

const plan = '示例市数字资源规划\n\n一、总体要求\n\n（一）指导思想\n坚持育人为本，示例一句。\n\n（二）主要目标\n到明年，每所学校都有一间示例教室。\n'

/** As `bridge.ts` reads bytes in an event. */
const eventBytes = {
  type: EVENT_BYTES,
  condition: () => false,
  serialize: (data: unknown) => data,
  deserialize: ({ type, base64 }: EventBytesOnWire) => new Blob([Buffer.from(base64, 'base64')], { type }),
}

/** The last event of a stream. */
async function last<T>(events: AsyncIterable<T>): Promise<T> {
  let seen: T | undefined
  for await (const event of events) seen = event
  if (seen === undefined) throw new Error('The stream was empty.')
  return seen
}

const failure = async (call: Promise<unknown>): Promise<string> => call.then(() => 'none', (error: unknown) => failureOf(error).code)

/** Imports the plan and accepts all of it. */
const importPlan = async (client: Client) => {
  const read = await last(await client.imports.read({ files: [{ fileName: '规划.txt', content: new Blob([plan]) }] }))
  if (read.type !== 'finished' || read.files[0]?.status !== 'read') throw new Error('It was not read.')
  const [{ key, summary }] = read.files as [Extract<(typeof read.files)[number], { status: 'read' }>]
  return client.imports.accept({ importId: read.importId, files: [{ key, title: summary.title }] })
}

describe('the engine, built, in a worker', () => {
  let folder: string
  let engine: EngineWorker
  const entry = resolve('out/main/engine.js')
  const open = (): Client => {
    const port = engine.connect()
    const client: Client = createORPCClient(new RPCLink({ port, customJsonSerializers: [eventBytes] }))
    port.start()
    return client
  }

  beforeEach(async () => {
    if (!existsSync(entry)) throw new Error('out/main/engine.js is missing: run `npm run build` first.')
    folder = mkdtempSync(join(tmpdir(), 'lectern-engine-'))
    engine = await startEngineWorker(pathToFileURL(entry), { folder: join(folder, 'library'), version: '0.0.0' })
  })
  afterEach(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('turns a document into a library, a talk, slides and a script', async () => {
    const client = open()
    const { sources } = await importPlan(client)
    const found = await client.materials.search({ text: '育', limit: 10 })
    const [hit] = found.hits
    if (hit === undefined) throw new Error('Nothing was found.')
    const talk = await client.talks.create({ title: '示例宣讲', format: 'policy+case', audience: 'young-teachers', minutes: 30, language: 'zh-CN' })
    const { markdown } = await client.talks.blockFrom({ materialId: hit.id, talkId: talk.id })
    expect(markdown).toContain(sources[0]?.title)
    const saved = await client.talks.save({ id: talk.id, markdown: `${talk.markdown}\n${markdown}`, revision: talk.revision })
    expect(saved.revision).toBe(talk.revision + 1)
    expect((await client.materials.get({ id: hit.id })).usedIn).toEqual([{ id: talk.id, title: '示例宣讲' }])
    const exported = await last(await client.talks.export({ id: talk.id, kinds: ['slides', 'script', 'markdown'] }))
    if (exported.type !== 'finished') throw new Error('It was not finished.')
    expect(exported.files.map(({ name }) => name)).toEqual(['slides.pptx', 'script.docx', 'talk.md'])
    const starts = await Promise.all(exported.files.map(async ({ content }) => Buffer.from(await content.arrayBuffer()).subarray(0, 2).toString()))
    expect(starts).toEqual(['PK', 'PK', '--'])
  })

  it('gives the original of a source back, name and bytes', async () => {
    const client = open()
    const { sources } = await importPlan(client)
    const original = await client.sources.original({ id: sources[0]!.id })
    expect(original).toMatchObject({ name: '规划.txt' })
    expect(Buffer.from(await original.arrayBuffer()).toString()).toBe(plan)
  })

  it('refuses to overwrite what another window has saved', async () => {
    const [one, two] = [open(), open()]
    const talk = await one.talks.create({ title: '甲', format: 'policy+case', audience: '', minutes: 10, language: 'zh-CN' })
    await one.talks.save({ id: talk.id, markdown: `${talk.markdown}\n`, revision: talk.revision })
    expect(await failure(two.talks.save({ id: talk.id, markdown: 'x', revision: talk.revision }))).toBe('talk-changed-elsewhere')
  })

  it('tells every window what changed', async () => {
    const [one, two] = [open(), open()]
    const changes = await two.app.changes()
    const next = changes.next()
    await one.app.changeSettings({ pace: 200 })
    expect((await next).value).toEqual({ rooms: ['settings'] })
    await changes.return?.()
  })

  it('takes an import back as one deed', async () => {
    const client = open()
    await importPlan(client)
    expect((await client.app.state()).counts).toMatchObject({ sources: 1 })
    await client.app.undo()
    expect((await client.app.state()).counts).toEqual({ sources: 0, materials: 0, talks: 0 })
  })

  it('refuses input that the contract does not allow, without a stack', async () => {
    const client = open()
    expect(await failure(client.app.changeSettings({ pace: 9999 }))).toBe('bad-request')
    expect(await failure(client.materials.search({ text: 'x', limit: 0 }))).toBe('bad-request')
  })

  it('refuses a picture that is none', async () => {
    expect(await failure(open().assets.addPicture({ fileName: 'x.png', content: new Blob(['text']) }))).toBe('not-a-picture')
  })

  it('survives a frame that is no call, and serves on', async () => {
    const broken = engine.connect()
    broken.postMessage('no JSON')
    broken.postMessage(new Uint8Array([255, 1, 2]))
    expect((await open().app.state()).counts.talks).toBe(0)
    broken.close()
  })

  it('says why a library cannot be opened, and ends', async () => {
    await expect(startEngineWorker(pathToFileURL(entry), { folder: join(folder, 'library'), version: '0.0.0' })).rejects.toMatchObject({ code: 'library-locked' })
  })
})
