import Sqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../../../src/main/library/schema/migrations'

/** As the first version hashed a row; frozen here on purpose. */
export const firstHash = (values: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)

/** The first is 019b0000-0000-7000-8000-0000000000aa. */
export const firstId = (no: number): string => `019b0000-0000-7000-8000-${(0xa9 + no).toString(16).padStart(12, '0')}`

/** A material as the first version stored it, its hash not yet among the values. */
export const firstRow = (no: number, id: string, title: string): (string | number | null)[] => [no, id, 'note', title, '各学校要建立数字教育资源常态化应用机制。', '["甲"]', '[]', '[]', 'draft', null, '', null, '[]', '', null, null, 1, 1]

/** A library of the first schema, closed, with so many materials, the first of which is called 留下的. */
export function aFirstLibrary(folder: string, materials = 1, more: (database: Sqlite.Database) => void = () => undefined): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const database = new Sqlite(join(folder, 'library.db'))
  database.pragma('synchronous = OFF')
  database.transaction(() => {
    migrations[0]?.(database)
    database.pragma('user_version = 1')
    database.exec(`INSERT INTO meta VALUES ('library-id', '019b0000-0000-7000-8000-0000000000cc')`)
    for (let no = 1; no <= materials; no++) {
      const row = firstRow(no, firstId(no), no === 1 ? '留下的' : `第 ${no} 条`)
      database.prepare(`INSERT INTO materials VALUES (${row.map(() => '?').join(', ')}, ?)`).run(...row, firstHash(row))
    }
    database.prepare(`INSERT INTO label_uses VALUES ('tags', '甲', ?)`).run(materials)
    more(database)
  })()
  database.close()
}
