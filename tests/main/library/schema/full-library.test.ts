import type Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../../src/main/library/library'
import { aFolder, anEnvironment } from '../a-library'
import { aFirstLibrary, firstHash, firstId, firstRow } from './a-first-library'

/** A deed in the journal that deleted another material. */
const deleteOne = (database: Sqlite.Database): void => {
  const names = ['no', 'id', 'kind', 'title', 'body', 'tags', 'topics', 'audiences', 'status', 'stage', 'school', 'source_id', 'path', 'locator', 'first_paragraph', 'last_paragraph', 'created_at', 'updated_at']
  const gone = firstRow(2, firstId(2), '删掉的')
  database.prepare(`INSERT INTO deeds (label_zh, label_en, at) VALUES ('删除 1 条素材', 'Delete 1 material', 1)`).run()
  database
    .prepare(`INSERT INTO deed_changes VALUES (1, 0, 'materials', ?, ?)`)
    .run(String(gone[1]), JSON.stringify([{ ...Object.fromEntries(names.map((name, at) => [name, gone[at]])), hash: firstHash(gone) }]))
}

const withFirstLibrary = (work: (library: ReturnType<typeof openLibrary>) => void) => {
  const folder = aFolder()
  aFirstLibrary(folder.path, 1, deleteOne)
  const library = openLibrary(folder.path, anEnvironment())
  try {
    library.reindex()
    work(library)
  } finally {
    library.close()
    folder.remove()
  }
}

describe('a library of the first version', () => {
  it('keeps its rows and their hashes, and gets sketches', () =>
    withFirstLibrary((library) => {
      expect(library.materials.list().map(({ title }) => title)).toEqual(['留下的'])
      expect(library.doctor().problems).toEqual([])
      expect(library.nearDuplicates.similarTo({ title: '', body: '各学校要建立数字教育资源常态化应用机制' }, 1)).toHaveLength(1)
    }))

  it('takes back what was deleted before the new columns were there', () =>
    withFirstLibrary((library) => {
      expect(library.history.undo()?.label.en).toBe('Delete 1 material')
      expect(library.materials.list().map(({ title }) => title)).toEqual(['删掉的', '留下的'])
      expect(library.doctor().problems).toEqual([])
    }))
})
