/**
 * A process that types into a talk until it is killed: a window's session, talking to the engine through the contract. It says on standard output
 * what it typed and what the screen called saved, synchronously. `node typing-child.mjs <folder>`
 */
import { createRouterClient } from '@orpc/server'
import { writeSync } from 'node:fs'
import type { EngineContext } from '../../src/main/engine/context'
import { router } from '../../src/main/engine/router'
import { openLibrary } from '../../src/main/library/library'
import { TalkSession } from '../../src/renderer/screens/talk/talk-session'
import { seeded } from '../bench/generated-materials'

const [folder = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const library = openLibrary(folder, { clock: Date.now, newId: () => crypto.randomUUID() })
const { talks, talkHistory } = createRouterClient(router, { context: { library } as EngineContext })
const talk = (await talks.list())[0] ?? (await talks.importMarkdown({ fileName: 'talk.md', markdown: '起' })).talk
const { id } = talk
const { markdown, revision } = await talks.get({ id })
const session = new TalkSession(
  { markdown, revision },
  (text, basedOn, history) => talks.save({ id, markdown: text, revision: basedOn, history: { ...history, steps: history.steps.map((delta) => [...delta]) } }),
  undefined,
  (upTo, most) => talkHistory.steps({ id, most, ...(upTo === undefined ? {} : { upTo }) }),
)
await session.readMore()
say('open')
session.subscribe(() => {
  const { save, text } = session.snapshot()
  if (save === 'saved') say(`saved ${JSON.stringify(text)}`)
})

// Mostly typing, here and there an undo or a redo, as people write. Each text is told with the moment it was on the screen.
const random = seeded(process.pid)
for (let key = 0; ; key++) {
  const dice = random()
  if (dice < 0.06) session.undo()
  else if (dice < 0.09) session.redo()
  else session.edit(session.snapshot().text + String(key % 10), { coalesce: dice < 0.2 ? '' : 'script', typing: true })
  say(`shown ${Math.round(performance.now())} ${JSON.stringify(session.snapshot().text)}`)
  await new Promise((resolve) => setTimeout(resolve, random() * 30))
}
