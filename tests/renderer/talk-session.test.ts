import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUTOSAVE_AT_MOST_MS, AUTOSAVE_MS, COALESCE_MS, TalkSession } from '../../src/renderer/screens/talk/talk-session'
import type { TalkRecord } from '../../src/shared/model/talk'

/** A clock that stands until it is told to move on. */
class ManualClock {
  private time = 0
  private timers: { at: number; run: () => void }[] = []
  now = () => this.time
  after = (ms: number, run: () => void) => {
    const timer = { at: this.time + ms, run }
    this.timers.push(timer)
    return () => {
      this.timers = this.timers.filter((other) => other !== timer)
    }
  }
  async advance(ms: number) {
    const end = this.time + ms
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.time = next.at
      this.timers = this.timers.filter((other) => other !== next)
      next.run()
      await settle()
    }
    this.time = end
    await settle()
  }
}
const settle = async () => {
  for (let i = 0; i < 10; i++) await Promise.resolve()
}

/** A library that holds one talk and refuses a save that is based on another revision. */
class OneTalk {
  text = 'a'
  revision = 1
  broken = false
  save = async (text: string, revision: number): Promise<TalkRecord> => {
    await Promise.resolve()
    if (this.broken) throw new Error('disk full')
    if (revision !== this.revision) throw Object.assign(new Error('changed'), { code: 'talk-changed-elsewhere' })
    this.text = text
    this.revision++
    return { revision: this.revision } as TalkRecord
  }
}

const start = () => {
  const clock = new ManualClock()
  const library = new OneTalk()
  const session = new TalkSession({ markdown: library.text, revision: library.revision }, library.save, clock)
  return { clock, library, session }
}

/** A talk that another window has saved as `theirs` while this one was writing `mine`. */
const inConflict = async () => {
  const parts = start()
  parts.library.text = 'theirs'
  parts.library.revision = 2
  parts.session.edit('mine')
  await parts.clock.advance(60_000)
  return parts
}

describe('saving', () => {
  it('says saved only after the library has acknowledged the text', async () => {
    const { clock, library, session } = start()
    session.edit('ab')
    expect(session.snapshot().save).toBe('waiting')
    await clock.advance(AUTOSAVE_MS)
    expect(session.snapshot().save).toBe('saved')
    expect(library.text).toBe('ab')
  })

  it('writes within a second although the typing never pauses', async () => {
    const { clock, library, session } = start()
    for (let typed = 0; typed <= AUTOSAVE_AT_MOST_MS; typed += 100) {
      session.edit(session.snapshot().text + 'x', { coalesce: 'typing' })
      await clock.advance(100)
    }
    expect(library.text.length).toBeGreaterThan(1)
  })

  it('keeps the draft and tries again when a write fails', async () => {
    const { clock, library, session } = start()
    library.broken = true
    session.edit('ab')
    await clock.advance(AUTOSAVE_MS)
    expect(session.snapshot()).toMatchObject({ save: 'failed', text: 'ab' })
    library.broken = false
    await clock.advance(60_000)
    expect(library.text).toBe('ab')
    expect(session.snapshot().save).toBe('saved')
  })

  it('never overwrites a talk that was changed elsewhere', async () => {
    const { library, session } = await inConflict()
    expect(session.snapshot()).toMatchObject({ save: 'conflict', text: 'mine' })
    expect(library.text).toBe('theirs')
  })

  it('takes the other text and keeps mine one step of undo away', async () => {
    const { session } = await inConflict()
    session.takeTheirs({ markdown: 'theirs', revision: 2 })
    expect(session.snapshot()).toMatchObject({ save: 'saved', text: 'theirs' })
    session.undo()
    expect(session.snapshot().text).toBe('mine')
  })

  it('keeps mine as the next revision when the user says so', async () => {
    const { library, session } = await inConflict()
    await session.keepMine({ markdown: 'theirs', revision: 2 })
    expect(library).toMatchObject({ text: 'mine', revision: 3 })
  })

  it('writes what is left when it is flushed, edits made during the write included', async () => {
    const { library, session } = start()
    session.edit('ab')
    const done = session.flush()
    session.edit('abc')
    await done
    expect(library.text).toBe('abc')
  })
})

describe('undo', () => {
  it('takes typing without a pause back in one step', async () => {
    const { clock, session } = start()
    session.edit('ab', { coalesce: 'script' })
    await clock.advance(COALESCE_MS / 2)
    session.edit('abc', { coalesce: 'script' })
    session.undo()
    expect(session.snapshot().text).toBe('a')
  })

  it('keeps edits in different places apart', () => {
    const { session } = start()
    session.edit('ab', { coalesce: 'script' })
    session.edit('abc', { coalesce: 'slide' })
    session.undo()
    expect(session.snapshot().text).toBe('ab')
  })

  it('gives the first text back after any sequence of edits, and the last after redo', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom('', 'script', 'slide'))), (edits) => {
        const { session } = start()
        for (const [text, coalesce] of edits) session.edit(text, { coalesce })
        const last = session.snapshot().text
        while (session.snapshot().canUndo) session.undo()
        expect(session.snapshot().text).toBe('a')
        while (session.snapshot().canRedo) session.redo()
        expect(session.snapshot().text).toBe(last)
      }),
    )
  })
})
