import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { OlderVersions } from '../../../../src/main/library/finding/older-versions'
import { newMaterialRow } from '../../../../src/main/library/material-rows'
import { migrate } from '../../../../src/main/library/schema/migrate'
import { Sql } from '../../../../src/main/library/sql'
import { Tables } from '../../../../src/main/library/tables'
import { MaterialId } from '../../../../src/shared/model/ids'
import { aDraft } from '../a-library'

const id = (no: number) => MaterialId.parse(`019b0000-0000-7000-8000-${no.toString(16).padStart(12, '0')}`)

/** Materials by number, those with a rank versions of one another. */
const aTable = () => {
  const sql = new Sql(new Sqlite(':memory:'))
  migrate(sql, () => undefined)
  const older = new OlderVersions(sql)
  const tables = new Tables(sql, { materials: older.follow })
  const put = (no: number, rank: number | null) =>
    sql.transaction(() => tables.replace('materials', id(no), [{ ...newMaterialRow(id(no), aDraft(), null, 0, ''), no, version_group: rank === null ? null : 'a', version_rank: rank }]))
  return { sql, older, put, remove: (no: number) => sql.transaction(() => tables.replace('materials', id(no), [])) }
}

describe('older versions', () => {
  it('are all but the newest of their group, whatever is linked, taken out or removed', () => {
    const { older, put, remove } = aTable()
    put(1, null)
    expect(older.nos()).toEqual([])
    put(2, 1)
    put(3, 2)
    expect(older.nos()).toEqual([2])
    put(4, 3)
    expect(older.nos()).toEqual([2, 3])
    remove(4)
    expect(older.nos()).toEqual([2])
    put(3, null)
    expect(older.nos()).toEqual([])
  })

  it('are remembered while only others change', () => {
    const { older, put } = aTable()
    put(1, 1)
    put(2, 2)
    const nos = older.nos()
    put(3, null)
    expect(older.nos()).toBe(nos)
  })

  it('are as they were when a change is taken back that was looked at meanwhile', () => {
    const { sql, older, put } = aTable()
    put(1, 1)
    put(2, 2)
    expect(() =>
      sql.transaction(() => {
        put(3, 3)
        expect(older.nos()).toEqual([1, 2])
        throw new Error('taken back')
      }),
    ).toThrow('taken back')
    expect(older.nos()).toEqual([1])
  })
})
