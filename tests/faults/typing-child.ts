/**
 * A process in which somebody types until it is killed: what a window does, talking to an engine that is built. It says on standard output, synchronously and with the moment,
 * what was on the screen, which of it was handed to the engine, and what the screen called saved. `node typing-child.mjs <talk|draft> <folder> <engine file>`
 */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { startEngineWorker } from '../../src/main/host/engine-worker'
import { DraftKeeper } from '../../src/renderer/screens/library/drafts/draft-keeper'
import { TalkSession } from '../../src/renderer/screens/talk/talk-session'
import type { Contract } from '../../src/shared/contract/index'
import { seeded } from '../bench/generated-materials'
import { aDraft } from '../main/library/a-library'

const [room = '', folder = '', engineFile = ''] = process.argv.slice(2)
const say = (what: 'shown' | 'handed' | 'saved', text: string) => writeSync(1, `${what} ${Math.round(performance.now())} ${JSON.stringify(text)}\n`)

const engine = await startEngineWorker(pathToFileURL(engineFile), { folder, version: '0.0.0' })
const port = engine.connect()
const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
port.start()
const random = seeded(process.pid)

/** @returns types one key */
const talk = async (): Promise<(key: number) => void> => {
  const { id } = (await client.talks.list())[0] ?? (await client.talks.importMarkdown({ fileName: 'talk.md', markdown: '起' })).talk
  const { markdown, revision } = await client.talks.get({ id })
  const session = new TalkSession(
    { markdown, revision },
    (text, basedOn, history) => {
      say('handed', text)
      return client.talks.save({ id, markdown: text, revision: basedOn, history: { ...history, steps: history.steps.map((delta) => [...delta]) } })
    },
    undefined,
    (upTo, most) => client.talkHistory.steps({ id, most, ...(upTo === undefined ? {} : { upTo }) }),
  )
  await session.readMore()
  session.subscribe(() => {
    const { save, text } = session.snapshot()
    if (save === 'saved') say('saved', text)
  })
  // Mostly typing, here and there an undo or a redo, as people write.
  return (key) => {
    const dice = random()
    if (dice < 0.06) session.undo()
    else if (dice < 0.09) session.redo()
    else session.edit(session.snapshot().text + String(key % 10), { coalesce: dice < 0.2 ? '' : 'script', typing: true })
    say('shown', session.snapshot().text)
  }
}

/** As {@link talk}, into the form of a material that is not saved yet. */
const draft = async (): Promise<(key: number) => void> => {
  let body = (await client.drafts.get({ of: 'new' }))?.draft.body ?? ''
  const keeper = new DraftKeeper({
    keep: async (kept) => {
      say('handed', kept.body)
      await client.drafts.keep({ of: 'new', draft: kept, basedOn: null })
      say('saved', kept.body)
    },
    drop: () => client.drafts.drop({ of: 'new' }),
  })
  return (key) => {
    body += String(key % 10)
    keeper.keep(aDraft({ title: '', body }))
    say('shown', body)
  }
}

const type = await (room === 'draft' ? draft() : talk())
writeSync(1, 'open\n')
for (let key = 0; ; key++) {
  type(key)
  await new Promise((resolve) => setTimeout(resolve, random() * 30))
}
