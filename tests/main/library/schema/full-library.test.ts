import Sqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../../src/main/library/library'
import { migrations } from '../../../../src/main/library/schema/migrations'
import { aFolder, anEnvironment } from '../a-library'

/** As the first version hashed a row; frozen here on purpose. */
const firstHash = (values: readonly unknown[]) => createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)

const id = '019b0000-0000-7000-8000-0000000000aa'

const row = (no: number, id: string, title: string) => [no, id, 'note', title, '各学校要建立数字教育资源常态化应用机制。', '["甲"]', '[]', '[]', 'draft', null, '', null, '[]', '', null, null, 1, 1]

/** A library of the first schema with one material, and a deed in its journal that deleted another. */
const aFirstLibrary = (folder: string): void => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const database = new Sqlite(join(folder, 'library.db'))
  migrations[0]?.(database)
  database.pragma('user_version = 1')
  database.exec(`INSERT INTO meta VALUES ('library-id', '019b0000-0000-7000-8000-0000000000cc')`)
  const kept = row(1, id, '留下的')
  database.prepare(`INSERT INTO materials VALUES (${kept.map(() => '?').join(', ')}, ?)`).run(...kept, firstHash(kept))
  database.exec(`INSERT INTO label_uses VALUES ('tags', '甲', 1)`)
  const names = ['no', 'id', 'kind', 'title', 'body', 'tags', 'topics', 'audiences', 'status', 'stage', 'school', 'source_id', 'path', 'locator', 'first_paragraph', 'last_paragraph', 'created_at', 'updated_at']
  const gone = row(2, '019b0000-0000-7000-8000-0000000000bb', '删掉的')
  database.prepare(`INSERT INTO deeds (label_zh, label_en, at) VALUES ('删除 1 条素材', 'Delete 1 material', 1)`).run()
  database
    .prepare(`INSERT INTO deed_changes VALUES (1, 0, 'materials', ?, ?)`)
    .run(String(gone[1]), JSON.stringify([{ ...Object.fromEntries(names.map((name, at) => [name, gone[at]])), hash: firstHash(gone) }]))
  database.close()
}

const withFirstLibrary = (work: (library: ReturnType<typeof openLibrary>) => void) => {
  const folder = aFolder()
  aFirstLibrary(folder.path)
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
