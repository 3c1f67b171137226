/**
 * The reader's own process: bytes in, plain data out, no library, no network. The file runs twice: as the process that reads, and in a thread of it as the
 * watchman who ends the process when its memory grows beyond the limit — a thread, because the reading itself never yields.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { LecternError } from '../../shared/outcome'
import { readDeckFile } from './read-deck-file'
import { readWithPictures } from './read-document'
import { readTemplate } from './template/read-template'
import type { ReaderReply, ReaderRequest } from './reader-messages'

/** Milliseconds between two looks at the memory; inflating at full speed adds some 50 MB in that time. */
const LOOK = 50

const watchMemory = (limit: number) => {
  setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL')
  }, LOOK)
}

const answer = async ({ as, fileName, bytes }: ReaderRequest): Promise<ReaderReply> => {
  try {
    if (as === 'table') {
      const { readTable } = await import('./table/read-table')
      return { type: 'table', rows: readTable(bytes), rss: process.memoryUsage.rss() }
    }
    if (as === 'template') return { type: 'template', reading: readTemplate(bytes), rss: process.memoryUsage.rss() }
    if (as === 'deck') {
      const reading = await readDeckFile(bytes)
      return { type: 'deck', reading, rss: process.memoryUsage.rss() }
    }
    const reading = await readWithPictures(fileName, bytes)
    return { type: 'read', reading, rss: process.memoryUsage.rss() }
  } catch (error) {
    const rss = process.memoryUsage.rss()
    if (error instanceof LecternError) return { type: 'refused', code: error.code, message: error.localized, rss }
    return { type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error), rss }
  }
}

const serve = () => {
  const limit = Number(process.argv[2])
  const watchman = new Worker(new URL(import.meta.url), { workerData: { limit } })
  watchman.unref()
  process.on('message', (request: ReaderRequest) => {
    void answer(request).then((reply) => process.send?.(reply))
  })
  // The engine is gone: nobody waits for an answer any more.
  process.on('disconnect', () => process.exit(0))
}

if (isMainThread) serve()
else watchMemory((workerData as { limit: number }).limit)
