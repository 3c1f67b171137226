import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

type Items = { items: { id: string; title: string; kind?: string }[] }

const keysOf = async (desk: Desk, kind: string) => (await desk.json<{ items: { key: string; id: string | null }[] }>('list', kind)).answer.items.map(({ key, id }) => [key, id])

describe('lectern list and show', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    await desk.lectern('demo')
  })
  afterEach(() => desk.clear())

  it('tells of a library without collections, stale content and trash that there is none', async () => {
    for (const kind of ['collections', 'trash']) expect((await desk.json<Items>('list', kind)).answer).toEqual({ items: [] })
    expect((await desk.json('list', 'stale')).answer).toEqual({ items: [], total: 0, sources: [], talks: [] })
  })

  it('lists the formats and audiences that a talk can name', async () => {
    expect(await keysOf(desk, 'formats')).toEqual(['theory+story', 'policy+case', 'lesson+performance', 'topic+questions', 'quiz+sharing'].map((key) => [key, null]))
    expect(await keysOf(desk, 'audiences')).toEqual(['officials', 'principals', 'young-teachers', 'civics-teachers', 'students'].map((key) => [key, null]))
  })

  it('shows a case with its parts, steps, history and versions', async () => {
    const { answer } = await desk.json<Items>('list', 'case')
    const [first] = answer.items
    const shown = await desk.json<{ title: string; history: { revision: number; current: boolean }[]; versions: unknown[]; case: { study: { parts: { part: string | null }[] }; events: unknown[] } }>('show', first?.id ?? '')
    expect(shown.code).toBe(0)
    expect(shown.answer).toMatchObject({ title: first?.title, history: [{ revision: 1, current: true }], versions: [], case: { events: [] } })
    expect(shown.answer.case.study.parts.map(({ part }) => part)).toContain('background')
  })

  it('names everything that there is to list when asked for something else', async () => {
    const { code, err } = await desk.lectern('list', 'everything')
    expect(code).toBe(2)
    expect(err).toContain('materials, sources, talks, schools, collections, formats, audiences, stale, trash, policy')
  })
})
