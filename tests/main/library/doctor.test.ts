import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { aDerived, aDraft, aFolder, anEnvironment, importInto } from './a-library'

/** Fills a library, harms its closed file or folder, and opens it again. */
const problemsAfter = (harm: (database: Sqlite.Database, folder: string) => void, look: (library: Library) => void = () => undefined): string[] => {
  const folder = aFolder()
  const env = anEnvironment()
  const first = openLibrary(folder.path, env)
  const { materials } = importInto(first)
  first.materials.create(aDraft({ title: '课堂', tags: ['资源'] }))
  const { id } = first.materials.create(aDraft({ title: '草稿' }))
  first.materials.update(id, { body: '二稿' })
  first.materials.remove([id])
  first.talks.add(aDerived({ cites: materials.map(({ id }) => id) }), '# 一')
  first.close()
  const database = new Sqlite(join(folder.path, 'library.db'))
  harm(database, folder.path)
  database.close()
  const library = openLibrary(folder.path, env)
  try {
    const { ok, problems } = library.doctor()
    expect(ok).toBe(problems.length === 0)
    for (const { message } of problems) expect(Object.values(message).every((sentence) => sentence.length > 10)).toBe(true)
    look(library)
    return problems.map(({ code }) => code)
  } finally {
    library.close()
    folder.remove()
  }
}

describe('doctor', () => {
  it('finds nothing wrong with a sound library', () => expect(problemsAfter(() => undefined)).toEqual([]))

  it.each(['sources SET title', 'source_paragraphs SET text', 'materials SET body', 'talks SET markdown'])('notices a value that changed behind our back: %s', (where) =>
    expect(problemsAfter((database) => database.exec(`UPDATE ${where} = 'x'`))).toContain('altered-row'),
  )

  it('notices a flipped bit in an original file', () =>
    expect(problemsAfter((database, folder) => {
      const { hash, extension } = database.prepare('SELECT hash, extension FROM assets').get() as { hash: string; extension: string }
      writeFileSync(join(folder, 'assets', hash.slice(0, 2), `${hash}.${extension}`), 'x')
    })).toEqual(['altered-asset']))

  it('notices a missing original file', () => expect(problemsAfter((_database, folder) => rmSync(join(folder, 'assets'), { recursive: true }))).toEqual(['missing-asset']))

  it.each([
    ['a material missing from the index', 'DELETE FROM search_tail WHERE no = 1'],
    ['an index entry without a material', 'INSERT INTO search_tail (no) VALUES (999)'],
    ['a label that is miscounted', 'UPDATE label_uses SET uses = 7'],
    ['a label that nobody uses', `INSERT INTO label_uses VALUES ('tags', 'x', 1)`],
  ])('notices %s, and making the index anew mends it', (_name, harm) =>
    expect(problemsAfter(
      (database) => database.exec(harm),
      (library) => {
        library.reindex()
        expect(library.doctor().ok).toBe(true)
      },
    )).toEqual(['search-out-of-step']),
  )

  it.each(['DELETE FROM material_sketches WHERE material_no = 1', 'INSERT INTO material_sketches VALUES (1, 999)'])('notices that near-duplicates would be missed, and is content after a rebuild: %s', (harm) =>
    expect(problemsAfter(
      (database) => database.exec(harm),
      (library) => {
        library.reindex()
        expect(library.doctor().ok).toBe(true)
      },
    )).toEqual(['sketches-out-of-step']),
  )

  it.each([`UPDATE materials SET valid_until = '2030-01-01' WHERE no = 1`, `UPDATE materials SET version_rank = 2 WHERE no = 1`, `UPDATE sources SET superseded_by = 'x'`, `UPDATE trash SET title = 'x'`, `UPDATE material_revisions SET state = '{}'`])('notices a change behind its back in what came with later versions of the library: %s', (harm) =>
    expect(problemsAfter((database) => database.exec(harm))).toEqual(['altered-row']),
  )

  it('notices a citation that is not recorded', () => expect(problemsAfter((database) => database.exec('DELETE FROM talk_cites'))).toEqual(['cites-out-of-step']))

  it('notices a source whose original is unknown', () =>
    expect(problemsAfter((database) => {
      database.pragma('foreign_keys = OFF')
      database.exec('DELETE FROM assets')
    })).toEqual(['broken-reference']))
})
