import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import type { Contract } from '../../../src/shared/contract/index'
import { fingerprint } from '../../../src/shared/in-step/fingerprint'
import { blockTextsOf } from '../../../src/shared/markdown/block-texts'
import { TalkId } from '../../../src/shared/model/ids'
import { RehearsalId } from '../../../src/shared/model/rehearsal'
import type { EngineContext } from '../../../src/main/engine/context'
import { router } from '../../../src/main/engine/router'
import { openLibrary } from '../../../src/main/library/library'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { aFolder, anEnvironment } from '../library/a-library'

type Client = ContractRouterClient<Contract>

const TALK = '---\ntitle: 示例宣讲\n---\n\n# 一\n\n## 甲\n- 一\n\n:::script\n说一。\n:::\n'
const REHEARSAL = { id: RehearsalId.parse('01900000-0000-7000-8000-000000000009'), lecturer: '', audience: '', minutes: null, startedAt: 1, endedAt: 2, blocks: [] }

/** Calls of the contract on a library with one talk. */
const withTalk = async (work: (client: Client, id: TalkId) => Promise<void>): Promise<void> => {
  const folder = aFolder()
  const library = openLibrary(folder.path, anEnvironment())
  // The rooms called here ask for nothing else.
  const client: Client = createRouterClient(router, { context: { library } as EngineContext })
  try {
    await work(client, importTalk(library, TALK).talk.id)
  } finally {
    library.close()
    folder.remove()
  }
}

describe('versions that are kept by themselves', () => {
  it('are of what was exported, once as long as nothing changes', () =>
    withTalk(async (client, id) => {
      for (const audience of ['', 'students']) {
        for await (const event of await client.talks.export({ id, kinds: ['markdown'], audience })) expect(event.type).toMatch(/progress|finished/)
      }
      const [version, ...others] = await client.talkVersions.list({ talkId: id })
      expect(others).toEqual([])
      expect(version).toMatchObject({ reason: 'exported', blocks: 1 })
      expect(await client.talkVersions.text({ id: version!.id })).toEqual({ markdown: TALK })
    }))

  it('are none of what was made only to be looked at', () =>
    withTalk(async (client, id) => {
      for await (const event of await client.talks.export({ id, kinds: ['markdown'], kept: false })) expect(event.type).toMatch(/progress|finished/)
      expect(await client.talkVersions.list({ talkId: id })).toEqual([])
    }))

  it('are of what was rehearsed to its end', () =>
    withTalk(async (client, talkId) => {
      await client.rehearsals.keep({ ...REHEARSAL, talkId, finished: false })
      expect(await client.talkVersions.list({ talkId })).toEqual([])
      await client.rehearsals.keep({ ...REHEARSAL, talkId, finished: true })
      expect(await client.talkVersions.list({ talkId })).toMatchObject([{ reason: 'rehearsed' }])
    }))

  it('are none where the talk was deleted during its rehearsal, which is kept all the same', () =>
    withTalk(async (client, talkId) => {
      await client.talks.remove({ id: talkId })
      await client.rehearsals.keep({ ...REHEARSAL, talkId, finished: true })
      expect(await client.rehearsals.ofTalk({ talkId })).toHaveLength(1)
      expect(await client.talkVersions.list({ talkId })).toEqual([])
    }))
})

describe('what is out of step', () => {
  it('is told, settled and taken up again through the contract', () =>
    withTalk(async (client, id) => {
      const { markdown } = await client.talks.save({ id, markdown: TALK.replace('- 一', '- 一和二'), revision: 1 })
      expect(await client.inStep.ofTalk({ id })).toMatchObject([{ kind: 'script-behind', block: '0.0' }])
      const print = fingerprint(blockTextsOf(markdown)[0]!.text)
      const mark = await client.inStep.confirm({ id, print })
      expect(await client.inStep.ofTalk({ id })).toEqual([])
      await client.inStep.reopen({ id, print, mark: mark! })
      expect(await client.inStep.ofTalk({ id })).toMatchObject([{ kind: 'script-behind' }])
    }))
})
