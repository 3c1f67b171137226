import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../src/main/library/library'
import { TalkSession } from '../../src/renderer/screens/talk/talk-session'
import { seeded } from '../bench/generated-materials'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { buildChild, startChild } from './child-process'

const ROUNDS = 6
const engine = resolve('out/main/engine.js')

let childFile = ''
beforeAll(async () => {
  if (!existsSync(engine)) throw new Error('out/main/engine.js is missing: run `npm run build` first.')
  childFile = await buildChild('typing-child')
})

const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds))

type Said = { readonly what: string; readonly at: number; readonly text: string }

/** What was said of the typing, in its order. */
const said = (lines: readonly string[]): Said[] =>
  lines.flatMap((line) => {
    const [, what = '', at, text] = /^(shown|handed|saved) (\d+) (.*)$/.exec(line) ?? []
    return text === undefined ? [] : [{ what, at: Number(at), text: JSON.parse(text) as string }]
  })

/** The longest that the engine took to store something, or has been at it when the end came; milliseconds. */
const slowestWrite = (all: readonly Said[]): number => {
  let begun: number | null = null
  let slowest = 0
  for (const { what, at } of all) {
    if (what === 'handed') begun = at
    else if (what === 'saved' && begun !== null) {
      slowest = Math.max(slowest, at - begun)
      begun = null
    }
  }
  return begun === null ? slowest : Math.max(slowest, (all.at(-1)?.at ?? begun) - begun)
}

/**
 * What must hold of the text that is stored after a death: it was on the screen, nothing that was called saved is missing, and what is lost was typed in the last second, or
 * while the engine was still storing what came before it.
 */
const expectKept = (all: readonly Said[], stored: string): void => {
  const shown = all.filter(({ what }) => what === 'shown')
  const last = (what: string) => all.findLast((one) => one.what === what)?.text
  const at = shown.findLastIndex(({ text }) => text === stored)
  const saved = last('saved')
  // A death before the first write leaves the text of the round before.
  expect(at >= 0 || saved === undefined).toBe(true)
  if (saved !== undefined) expect(at).toBeGreaterThanOrEqual(shown.findLastIndex(({ text }) => text === saved))
  const end = shown.at(-1)?.at ?? 0
  expect(end - (shown[at + 1]?.at ?? end)).toBeLessThan(1_000 + 2 * slowestWrite(all))
}

/** Kills somebody who types, again and again, each time in the library that the last death left. */
const killAgainAndAgain = async (room: 'talk' | 'draft', look: (library: Library, all: readonly Said[]) => void | Promise<void>): Promise<void> => {
  const random = seeded(room.length)
  const folder = aFolder()
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild(childFile, [room, folder.path, engine])
    await child.said((line) => line === 'open')
    await pause(300 + random() * 2_500) // the moment of death, anywhere in a write or between two
    await child.kill()
    const library = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
    await look(library, said(child.lines))
    expect(library.doctor().problems).toEqual([])
    library.close()
  }
  folder.remove()
}

describe('kill −9 while somebody types, in an engine that is built', () => {
  it('loses at most the last second of a talk, nothing that was called saved, and leaves an undo that fits the text', async () => {
    await killAgainAndAgain('talk', async (library, all) => {
      const [summary] = library.talks.list()
      if (!summary) throw new Error('The talk is gone')
      const { id, markdown, revision } = library.talks.get(summary.id)
      expectKept(all, markdown)

      const session = new TalkSession({ markdown, revision }, () => Promise.reject(new Error('only read')), { now: () => 0, after: () => () => undefined }, async (upTo, most) => library.talkUndo.page(id, revision, upTo, most))
      await session.readMore()
      for (const direction of ['redo', 'undo'] as const) {
        while (session.snapshot()[direction === 'undo' ? 'canUndo' : 'canRedo']) {
          session[direction]()
          await session.readMore()
        }
      }
      expect(session.snapshot().text).toBe('起')
    })
  })

  it('loses at most the last second of a material that is being written, and offers the rest again', async () => {
    await killAgainAndAgain('draft', (library, all) => {
      expect(library.drafts.list().length).toBeLessThanOrEqual(1)
      expectKept(all, library.drafts.get('new')?.draft.body ?? '')
      expect(library.counts().materials).toBe(0)
    })
  })
})
