import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

type Counts = { sources: number; materials: number; talks: number; schools: number }

describe('backup and restore', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    await desk.lectern('demo')
  })
  afterEach(() => desk.clear())

  it('bring everything to another computer, and the library there is sound', async () => {
    const { code, answer } = await desk.json<{ ok: boolean; path: string; bytes: number; counts: Counts }>('backup', '--to', 'u/盘.lectern-backup')
    expect([code, answer.ok, answer.path]).toEqual([0, true, desk.at('u', '盘.lectern-backup')])
    const there = (...words: string[]) => desk.lectern('--library', desk.at('elsewhere'), ...words) // the later --library counts
    expect(await there('restore', 'u/盘.lectern-backup')).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse((await there('doctor', '--json')).out)).toMatchObject({ ok: true })
    for (const kind of ['materials', 'talks', 'sources']) expect(await there('list', kind)).toEqual(await desk.lectern('list', kind))
  })

  it('can be undone: what was replaced is kept, and its name is told', async () => {
    await desk.lectern('backup', '--to', 'before.backup')
    await desk.lectern('import', desk.write('后来.txt', '一、后来\n后来的内容，示例一句。\n'))
    const { answer } = await desk.json<{ kept: { name: string } }>('restore', 'before.backup')
    expect((await desk.lectern('list', 'sources')).out).not.toContain('后来')
    expect((await desk.lectern('restore', answer.kept.name)).code).toBe(0)
    expect((await desk.lectern('list', 'sources')).out).toContain('后来')
    expect((await desk.json<{ ok: boolean }>('doctor')).answer.ok).toBe(true)
  })

  it('say what they hold before anything changes', async () => {
    await desk.lectern('backup', '--to', 'before.backup')
    const before = await desk.lectern('list', 'materials')
    const { code, answer } = await desk.json<{ counts: Counts; assets: number; bytes: number; madeAt: string; madeBy: string }>('backup', 'show', 'before.backup')
    expect(code).toBe(0)
    expect(answer.counts).toMatchObject({ talks: expect.any(Number) as number })
    expect(answer.counts.materials).toBe(before.out.trim().split('\n').length)
    expect([answer.madeBy, Number.isNaN(Date.parse(answer.madeAt)), answer.assets > 0]).toEqual([expect.stringMatching(/^\d+\./), false, true])
    // A database is one, too, and nothing is left beside it.
    await desk.lectern('backup')
    const [name = ''] = readdirSync(desk.at('library', 'backups'))
    expect((await desk.json<{ counts: Counts }>('backup', 'show', `library/backups/${name}`)).answer.counts).toEqual(answer.counts)
    expect(readdirSync(desk.at('library', 'backups'))).toEqual([name])
    expect((await desk.json<{ error: { code: string } }>('backup', 'show', 'missing.backup')).answer.error.code).toBe('file-not-found')
    expect(await desk.lectern('list', 'materials')).toEqual(before)
  })

  it('work on a library that does not open any more', async () => {
    await desk.lectern('backup', '--to', 'before.backup')
    writeFileSync(desk.at('library', 'library.db'), 'scrambled')
    expect((await desk.json<{ error: { code: string } }>('list', 'talks')).answer.error.code).toBe('library-damaged')
    expect((await desk.lectern('restore', 'before.backup')).code).toBe(0)
    expect((await desk.json<{ ok: boolean }>('doctor')).answer.ok).toBe(true)
  })

  it('refuse what is no backup with one sentence, and change nothing', async () => {
    const before = await desk.lectern('list', 'materials')
    for (const [file, expected] of [
      [desk.write('x.backup', 'no backup, only a few words of text'), 'not-a-backup'],
      ['missing.backup', 'backup-not-found'],
    ]) {
      const { code, answer, err } = await desk.json<{ error: { code: string } }>('restore', file ?? '')
      expect([code, answer.error.code, err.trim().split('\n').length]).toEqual([1, expected, 1])
    }
    expect(await desk.lectern('list', 'materials')).toEqual(before)
  })

  it('without --to leave a backup in the library’s folder', async () => {
    const { answer } = await desk.json<{ name: string }>('backup')
    expect(readdirSync(desk.at('library', 'backups'))).toEqual([answer.name])
  })
})

describe('bundle', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    await desk.lectern('demo')
  })
  afterEach(() => desk.clear())

  it('is shown before anything changes, merged, and merged again without effect', async () => {
    expect((await desk.lectern('bundle', 'export', '--to', 'all.lectern')).code).toBe(0)
    const there = async <T>(...words: string[]): Promise<T> => JSON.parse((await desk.lectern('--library', desk.at('elsewhere'), ...words, '--json')).out) as T
    const shown = await there<{ counts: Counts; standing: { new: number } }>('bundle', 'show', 'all.lectern')
    const { sources, materials, talks, schools } = shown.counts
    expect((await desk.lectern('bundle', 'show', 'all.lectern')).out).toContain(`${talks} talks, ${schools} schools, 0 collections, 0 saved searches, 0 cases chosen for schools; 0 new`)
    expect(shown.standing.new).toBe(sources + materials + talks + schools)
    expect((await there<{ items: unknown[] }>('list', 'materials')).items).toEqual([])
    expect(await there('bundle', 'merge', 'all.lectern')).toMatchObject({ added: shown.standing.new, identical: 0, keptBoth: [] })
    expect((await there<{ items: unknown[] }>('list', 'materials')).items).toHaveLength(materials)
    expect(await there('bundle', 'merge', 'all.lectern')).toMatchObject({ added: 0, identical: shown.standing.new, keptBoth: [] })
    expect(await there('doctor')).toMatchObject({ ok: true })
  })

  it('takes a talk by its id and leaves the rest', async () => {
    const { answer } = await desk.json<{ items: { id: string }[] }>('list', 'talks')
    const { answer: made } = await desk.json<{ counts: Counts }>('bundle', 'export', answer.items[0]?.id ?? '', '--to', 'one.lectern')
    expect(made.counts).toMatchObject({ talks: 1, sources: 0 })
  })

  it('refuses an id that is not there', async () => {
    const { code, answer } = await desk.json<{ error: { code: string } }>('bundle', 'export', '01a210a6-b7d5-7f4a-9f6c-7a7be981fb21', '--to', 'x.lectern')
    expect([code, answer.error.code, existsSync(desk.at('x.lectern'))]).toEqual([1, 'material-not-found', false])
  })
})

describe('markdown', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    await desk.lectern('demo')
  })
  afterEach(() => desk.clear())

  it('writes plain files, of which the talks can be read back', async () => {
    const { code, answer } = await desk.json<{ files: number; counts: Counts }>('markdown', '--to', 'out')
    expect(code).toBe(0)
    const files = readdirSync(desk.at('out'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files).toHaveLength(answer.files)
    expect(readdirSync(desk.at('out')).toSorted()).toEqual(['README.md', 'materials', 'originals', 'schools', 'sources', 'talks'])
    const talk = readdirSync(desk.at('out', 'talks')).find((name) => name.endsWith('.md')) ?? ''
    expect(await desk.lectern('talk', 'import', `out/talks/${talk}`)).toMatchObject({ code: 0, err: '' })
  })

  it('writes into an empty folder only', async () => {
    mkdirSync(desk.at('out'))
    desk.write('out/mine.md', 'mine')
    const { code, answer } = await desk.json<{ error: { code: string } }>('markdown', '--to', 'out')
    expect([code, answer.error.code, readdirSync(desk.at('out'))]).toEqual([1, 'folder-not-empty', ['mine.md']])
  })
})

describe('doctor --repair', () => {
  it('makes a search index anew that does not match, and says so', async () => {
    const desk = new Desk()
    await desk.lectern('demo')
    execFileSync(process.execPath, ['-e', `const D = require('better-sqlite3'); const d = new D(process.argv[1]); d.exec('UPDATE label_uses SET uses = 7'); d.close()`, desk.at('library', 'library.db')])
    expect(await desk.json('doctor')).toMatchObject({ code: 1, answer: { ok: false, problems: [{ code: 'search-out-of-step' }], repaired: [] } })
    expect(await desk.json('doctor', '--repair')).toMatchObject({ code: 0, answer: { ok: true, problems: [], repaired: ['rebuild-derived'] } })
    expect((await desk.json<{ ok: boolean }>('doctor')).answer.ok).toBe(true)
    rmSync(desk.folder, { recursive: true })
  })
})
