import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Contract } from '../../../src/shared/contract/index'
import type { EngineContext } from '../../../src/main/engine/context'
import { portHandler } from '../../../src/main/engine/port-handler'
import { router } from '../../../src/main/engine/router'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { aDraft, aFolder, anEnvironment } from '../library/a-library'

/** Two ports whose frames from the first to the second wait until `release`, as they do at the port of an engine that is busy. */
const heldChannel = () => {
  const [near, far] = [new MessageChannel(), new MessageChannel()]
  const held: unknown[] = []
  near.port2.on('message', (frame) => held.push(frame))
  far.port1.on('message', (frame) => near.port2.postMessage(frame))
  return {
    window: near.port1,
    engine: far.port2,
    held,
    release: () => {
      for (const frame of held.splice(0)) far.port1.postMessage(frame)
    },
    close: () => near.port1.close(),
  }
}

describe('a search that somebody types', () => {
  let folder: ReturnType<typeof aFolder>
  let library: Library
  let client: ContractRouterClient<Contract>
  let channel: ReturnType<typeof heldChannel>

  beforeEach(() => {
    folder = aFolder()
    library = openLibrary(folder.path, anEnvironment())
    library.materials.create(aDraft({ title: '数字资源进课堂' }))
    channel = heldChannel()
    // The calls made here ask for nothing but the library.
    portHandler(router).upgrade(channel.engine, { context: { library } as EngineContext })
    client = createORPCClient(new RPCLink({ port: channel.window }))
    channel.engine.start()
    channel.window.start()
  })
  afterEach(() => {
    channel.close()
    library.close()
    folder.remove()
  })

  it('is not begun once more has been typed', async () => {
    const begun = vi.spyOn(library.materials, 'search')
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const keys = ['数', '数字', '数字资', '数字资源'].map((text) => {
      const stop = new AbortController()
      return { stop, answer: client.materials.search({ text, limit: 50 }, { signal: stop.signal }) }
    })
    await vi.waitUntil(() => channel.held.length === 4)
    const last = keys.pop()
    for (const { stop, answer } of keys) {
      answer.catch(() => undefined)
      stop.abort()
    }
    await vi.waitUntil(() => channel.held.length === 7)
    channel.release()
    expect((await last?.answer)?.total).toBe(1)
    await Promise.all(keys.map(({ answer }) => expect(answer).rejects.toThrow()))
    expect(begun.mock.calls.map(([{ text }]) => text)).toEqual(['数字资源'])
    expect(logged).not.toHaveBeenCalled()
  })

  it('sees what was stored just before it', async () => {
    void client.materials.create(aDraft({ title: '数字家庭' }))
    const found = client.materials.search({ text: '数字', limit: 50 })
    await vi.waitUntil(() => channel.held.length === 2)
    channel.release()
    expect((await found).total).toBe(2)
  })
})
