import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MaterialFilter } from '../../../../src/shared/contract/library'
import { migrate } from '../../../../src/main/library/schema/migrate'
import { makeListsDense } from '../../../../src/main/library/schema/dense-lists'
import { CODES } from '../../../../src/main/library/search/grams'
import { ByteWriter, eachPosting, PostingWriter, type PostingList } from '../../../../src/main/library/search/posting-list'
import { migrations } from '../../../../src/main/library/schema/migrations'
import { MaterialIndex } from '../../../../src/main/library/search/material-index'
import { MaterialSearch } from '../../../../src/main/library/search/material-search'
import { Sql } from '../../../../src/main/library/sql'
import { Tables } from '../../../../src/main/library/tables'
import { newMaterialRow } from '../../../../src/main/library/material-rows'
import { MaterialId } from '../../../../src/shared/model/ids'
import { generatedMaterial, seeded } from '../../../bench/generated-materials'
import { aDraft, titlesFor, withLibrary } from '../a-library'

const idOf = (n: number) => MaterialId.parse(`019b0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)
const find = (search: MaterialSearch, text: string, limit = 1000) => search.search({ text, filter: MaterialFilter.parse({}), limit, offset: 0 })

/** Materials of a library whose version was from before our own posting lists. */
const anOldTable = (count: number, bodyOf = (n: number): string => (n % 2 === 0 ? '教育' : '课堂')): Sql => {
  const sql = new Sql(new Sqlite(':memory:'))
  migrate(sql, () => undefined, migrations.slice(0, 2))
  const tables = new Tables(sql, {})
  sql.transaction(() => {
    for (let n = 1; n <= count; n++) tables.replace('materials', idOf(n), [newMaterialRow(idOf(n), aDraft({ title: `第 ${n} 条`, body: bodyOf(n) }), null, n, '')])
  })
  migrate(sql, () => undefined)
  return sql
}

/** One block a list, as search/segments.ts describes it. */
const writeSparse = (sql: Sql, segment: number, lists: readonly (readonly [code: number, list: PostingList])[]): void => {
  for (const [code, { bytes, from, to, count }] of lists) {
    const block = new ByteWriter()
    block.varint(0)
    block.varint(count)
    block.varint(to - from)
    block.append(bytes, from, to)
    sql.run('INSERT INTO search_blocks (key, entries) VALUES (:key, :entries)', { key: segment * CODES + code, entries: block.bytes.subarray(0, block.length) })
  }
}

describe('the index', () => {
  it.each([3, 700])('of a library from before it fills itself with its %i materials', (count) => {
    const sql = anOldTable(count)
    const index = new MaterialIndex(sql)
    expect(find(new MaterialSearch(sql, index), '教育').total).toBe(Math.floor(count / 2))
    expect(index.strays()).toBe(0)
    expect(() => index.checkStructure()).not.toThrow()
  })

  it('of a library whose lists are all sparse answers as before once those of common grams are dense', () => {
    const sql = anOldTable(700)
    const search = new MaterialSearch(sql, new MaterialIndex(sql))
    const queries = ['教', '教育', '第 1', '示例', '第 教育', '7']
    const asked = () => queries.map((query) => find(search, query))
    asked()
    const index = search.index
    new Tables(sql, { materials: index.follow }).replace('materials', idOf(20), [])
    const answers = asked().map(({ hits, total }) => ({ hits, total }))
    const { store, segments } = index.state
    const kinds = () => index.state.segments.map((segment) => [...store.lists(segment)].filter(([, { isDense }]) => isDense).length)
    expect(kinds().every((dense) => dense > 0)).toBe(true)

    // As an earlier Lectern wrote them.
    for (const segment of segments) {
      const sparse = [...store.lists(segment)].map(([code, list]) => {
        const writer = new PostingWriter()
        writer.start()
        eachPosting(list, (slot, weight) => writer.posting(slot, weight))
        return [code, { bytes: writer.bytes, from: 0, to: writer.length, count: writer.count, isDense: false }] as const
      })
      sql.run('DELETE FROM search_blocks WHERE key >= :from AND key < :before', { from: segment.id * CODES, before: (segment.id + 1) * CODES })
      writeSparse(sql, segment.id, sparse)
    }
    expect(kinds().every((dense) => dense === 0)).toBe(true)
    const again = () => {
      const fresh = new MaterialSearch(sql, new MaterialIndex(sql))
      return queries.map((query) => find(fresh, query)).map(({ hits, total }) => ({ hits, total }))
    }
    expect(again()).toEqual(answers)
    makeListsDense(sql.database)
    expect(again()).toEqual(answers)
    const made = new MaterialIndex(sql)
    expect(made.strays()).toBe(0)
    expect(() => made.checkStructure()).not.toThrow()
    expect(made.state.segments.every((segment) => [...made.state.store.lists(segment)].some(([, { isDense }]) => isDense))).toBe(true)
  })

  it('notices a byte that changed in a segment', () => {
    const sql = anOldTable(700)
    const index = new MaterialIndex(sql)
    find(new MaterialSearch(sql, index), '教')
    sql.run(`UPDATE search_blocks SET entries = CAST(x'07' || substr(entries, 2) AS BLOB) WHERE key = (SELECT min(key) FROM search_blocks)`)
    expect(() => index.checkStructure()).toThrow('damaged')
    index.rebuild()
    expect(() => index.checkStructure()).not.toThrow()
  })

  it('has an answer for every page after hundreds of changes, with nothing twice and nothing missing', () =>
    withLibrary((library, folder) => {
      const random = seeded(5)
      const ids = Array.from({ length: 600 }, () => library.materials.create(generatedMaterial(random)).id)
      for (const id of ids.slice(0, 300)) library.materials.update(id, { body: '教育学校与课堂' })
      library.materials.remove(ids.slice(300, 400))
      const database = new Sqlite(join(folder, 'library.db'), { readonly: true })
      const sql = new Sql(database)
      try {
        const search = new MaterialSearch(sql, new MaterialIndex(sql))
        for (const text of ['教', '教育学校', '学校 课堂']) {
          const all = find(search, text)
          const paged = Array.from({ length: 20 }, (_, page) => search.search({ text, filter: MaterialFilter.parse({}), limit: 30, offset: page * 30 }).hits.map(({ id }) => id)).flat()
          expect(paged).toEqual(all.hits.map(({ id }) => id))
          expect(new Set(paged).size).toBe(all.total)
        }
        expect(titlesFor(library, '教育学校与课堂')).toHaveLength(200)
      } finally {
        database.close()
      }
    }))
})

/** Of 600 materials every second one holds the word, the others only its grams; every tenth is one that has to be folded. */
const totalOf = (text: string, limits: { exact: number; sample: number }) => {
  const sql = anOldTable(600, (n) => `${n % 2 === 0 ? '教育部 v1.2' : '教育与育部 v1. 1.2'}${n % 10 < 2 ? ' ㈱' : ''}`)
  const { total, approximate = false } = new MaterialSearch(sql, new MaterialIndex(sql), limits).search({ text, filter: MaterialFilter.parse({}), limit: 1, offset: 0 })
  return { total, approximate }
}

describe('a total', () => {
  it.each(['教育', 'v1.'])('is exact where the grams prove the word: %s', (text) => {
    expect(totalOf(text, { exact: 0, sample: 1 })).toEqual({ total: 600, approximate: false })
  })

  it.each(['教育部', '育部 v1.2'])('is exact while what has to be looked at stays within the limits: %s', (text) => {
    expect(totalOf(text, { exact: 600, sample: 1 })).toEqual({ total: 300, approximate: false })
  })

  it.each(['教育部', '教育部 v1.2'])('is an estimate beyond them, and says so: %s', (text) => {
    const { total, approximate } = totalOf(text, { exact: 599, sample: 199 })
    expect(approximate).toBe(true)
    expect(total).toBeGreaterThan(250)
    expect(total).toBeLessThan(350)
  })
})
