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

describe('a search that somebody types', () => {
  let folder: ReturnType<typeof aFolder>
  let library: Library
  let client: ContractRouterClient<Contract>
  let close: () => void

  beforeEach(() => {
    folder = aFolder()
    library = openLibrary(folder.path, anEnvironment())
    library.materials.create(aDraft({ title: '数字资源进课堂' }))
    const { port1, port2 } = new MessageChannel()
    // The calls made here ask for nothing but the library.
    portHandler(router).upgrade(port1, { context: { library } as EngineContext })
    client = createORPCClient(new RPCLink({ port: port2 }))
    port1.start()
    port2.start()
    close = () => port2.close()
  })
  afterEach(() => {
    close()
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
    const last = keys.pop()
    for (const { stop, answer } of keys) {
      answer.catch(() => undefined)
      stop.abort()
    }
    expect((await last?.answer)?.total).toBe(1)
    await Promise.all(keys.map(({ answer }) => expect(answer).rejects.toThrow()))
    expect(begun.mock.calls.map(([{ text }]) => text)).toEqual(['数字资源'])
    expect(logged).not.toHaveBeenCalled()
  })

  it('sees what was stored just before it', async () => {
    void client.materials.create(aDraft({ title: '数字家庭' }))
    expect((await client.materials.search({ text: '数字', limit: 50 })).total).toBe(2)
  })
})
