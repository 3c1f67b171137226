import { availableParallelism, homedir } from 'node:os'
import { join } from 'node:path'
import type { PacksEvent } from '../../shared/contract/packs'
import { safeFileName } from '../../shared/safe-file-name'
import { heldPacks } from '../use-cases/packs/held-packs'
import { absoluteFolder } from '../use-cases/browse-folders'
import type { PackTask } from '../use-cases/packs/pack-task'
import { withProgress } from '../use-cases/with-progress'
import type { EngineContext } from './context'
import { report, server } from './server'
import { withWireFailures } from './wire-failure'

type Wish = Omit<PackTask, 'talk' | 'file' | 'shownAs' | 'language' | 'version' | 'threads' | 'packFile'> & { readonly talkId: NonNullable<PackTask['talk']['id']> }

const LONGEST_TITLE = 60
/** Threads beyond which the disk is what is waited for. */
const MOST_THREADS = 8

const taskOf = ({ library, version, packFile }: EngineContext, { talkId, ...wish }: Wish): PackTask => {
  const { id, markdown } = library.talks.get(talkId)
  return { ...wish, to: absoluteFolder(wish.to), talk: { id, markdown }, file: null, shownAs: {}, language: library.settings.get().language ?? 'zh-CN', version, threads: Math.min(MOST_THREADS, availableParallelism()), packFile }
}

async function* make(context: EngineContext, wish: Wish, signal: AbortSignal | undefined): AsyncGenerator<PacksEvent, void, void> {
  const task = taskOf(context, wish)
  context.recentFolders.add(task.to)
  const started = performance.now()
  const events = withProgress(async (progress, stop) => ({ type: 'finished' as const, report: await context.works.run('makePacks', task, { signal: stop, watch: progress }) }), signal, () => performance.now())
  for await (const event of events) {
    if (event.type === 'finished') yield event
    else yield { ...event, secondsLeft: event.done === 0 ? null : ((performance.now() - started) / 1000 / event.done) * (event.total - event.done) }
  }
}

export const packs = {
  proposeFolder: server.packs.proposeFolder.handler(({ context: { library }, input: { talkId } }) => {
    const { title } = library.talks.get(talkId)
    const chinese = (library.settings.get().language ?? 'zh-CN') === 'zh-CN'
    return { to: join(homedir(), chinese ? '宣讲包' : 'Lectern packs', safeFileName(title, LONGEST_TITLE) || '_') }
  }),
  held: server.packs.held.handler(({ context: { library }, input: { talkId, to, zip } }) => heldPacks(library, library.talks.get(talkId), absoluteFolder(to), zip)),
  estimate: server.packs.estimate.handler(({ context, input, signal }) => context.works.run('estimatePacks', taskOf(context, input), { signal })),
  make: server.packs.make.handler(async ({ context, input, signal }) => withWireFailures(make(context, input, signal), report)),
}
