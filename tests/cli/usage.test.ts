import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

describe('the command line', () => {
  let desk: Desk
  beforeAll(() => (desk = new Desk()))
  afterAll(() => desk.clear())

  it.each([
    [[]],
    [['frobnicate']],
    [['talk']],
    [['talk', 'delete', 'x']],
    [['import']],
    [['search']],
    [['search', 'x', '--limit', '0']],
    [['search', 'x', '--limit', 'many']],
    [['search', 'x', '--kind', 'poem']],
    [['search', 'x', '--to', 'y']],
    [['list']],
    [['list', 'poems']],
    [['show', 'a', 'b']],
    [['export', 'x']],
    [['restore']],
    [['bundle']],
    [['bundle', 'frobnicate']],
    [['bundle', 'export']],
    [['markdown']],
    [['backup', 'x']],
    [['backup', '--repair']],
    [['export', 'x', '--to', 'y', '--formats', 'pdf']],
    [['doctor', '--unknown']],
    [['doctor', '--library']],
    [['doctor', '--lang', 'fr']],
  ])('answers %j with one sentence and exit code 2', async (words) => {
    const { code, out, err } = await desk.lectern(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('gives wrong usage as JSON too, when asked to', async () => {
    const { code, answer } = await desk.json<{ error: { code: string; message: string } }>('frobnicate')
    expect([code, answer.error.code]).toEqual([2, 'usage'])
  })

  it('has its help in both languages, with every command', async () => {
    const english = (await desk.lectern('--help')).out
    const chinese = (await desk.lectern('--help', '--lang', 'zh-CN')).out
    for (const command of ['import', 'search', 'show', 'list', 'talk import', 'talk export', 'export', 'backup', 'restore', 'bundle export', 'bundle show', 'bundle merge', 'markdown', 'doctor', 'demo']) {
      expect(english).toContain(`  ${command} `.trimEnd())
      expect(chinese).toContain(`  ${command} `.trimEnd())
    }
    expect(chinese).toMatch(/用法/)
  })

  it('takes a text that begins with a dash after --', async () => {
    expect((await desk.lectern('search', '--', '-5')).code).toBe(0)
  })

  it('finds a library sound, and says so', async () => {
    const { code, answer } = await desk.json<{ ok: boolean; problems: unknown[] }>('doctor')
    expect({ code, answer }).toEqual({ code: 0, answer: { ok: true, problems: [], hints: [{ code: 'no-backup', message: expect.any(String) }], repaired: [] } })
  })

  it('says that there is nothing under an id', async () => {
    const { code, answer } = await desk.json<{ error: { code: string } }>('show', '01a210a6-b7d5-7f4a-9f6c-7a7be981fb21')
    expect([code, answer.error.code]).toEqual([1, 'not-found'])
  })
})

describe('lectern demo', () => {
  let desk: Desk
  beforeAll(() => (desk = new Desk()))
  afterAll(() => desk.clear())

  it('fills an empty library with every kind of material and with talks that export without a word', async () => {
    const { code, answer } = await desk.json<{ sources: number; materials: number; talks: number }>('demo')
    expect(code).toBe(0)
    expect(answer.materials).toBeGreaterThanOrEqual(40)
    for (const kind of ['policy', 'theory', 'story', 'case', 'data', 'quote', 'question', 'activity', 'picture', 'note']) {
      const { answer: found } = await desk.json<{ items: { id: string }[] }>('list', kind)
      expect(found.items.length, kind).toBeGreaterThan(0)
    }
    const { answer: talks } = await desk.json<{ items: { id: string }[] }>('list', 'talks')
    for (const { id } of talks.items) expect(await desk.lectern('export', id, '--to', `out-${id}`)).toMatchObject({ code: 0, err: '' })
  })

  it('refuses a library that holds something', async () => {
    const { code, answer } = await desk.json<{ error: { code: string } }>('demo')
    expect([code, answer.error.code]).toEqual([1, 'library-not-empty'])
  })

  it('shows a material, a source with its text, and a talk', async () => {
    for (const kind of ['materials', 'sources', 'talks']) {
      const { answer } = await desk.json<{ items: { id: string }[] }>('list', kind)
      const { answer: thing } = await desk.json<{ type: string; id: string }>('show', answer.items[0]?.id ?? '')
      expect(thing).toMatchObject({ type: kind.slice(0, -1), id: answer.items[0]?.id })
    }
  })
})
