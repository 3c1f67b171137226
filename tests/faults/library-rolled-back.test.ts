import { describe, expect, it } from 'vitest'
import { copyFileSync, mkdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary, type Library } from '../../src/main/library/library'
import { aDraft, aFolder, anEnvironment } from '../main/library/a-library'

const SECOND = 1000

/** An environment in which a second passes at every look at the clock, so that every commit is marked. */
const slowly = () => {
  let now = 1_780_000_000_000
  return anEnvironment({ clock: () => (now += SECOND) })
}

const codes = (library: Library): string[] => library.doctor().problems.map(({ code }) => code)
const walOf = (folder: string): string => join(folder, 'library.db-wal')

/** A library with 60 materials, copied file by file while it is open, as a file manager or a backup tool would. */
const copyWhileOpen = (names: readonly string[], harm: (copy: string) => void): { codes: string[]; materials: number; codesAfterMoreWork: string[]; codesWhenAccepted: string[] } => {
  const folder = aFolder()
  const copy = join(folder.path, 'copy')
  mkdirSync(copy)
  const env = slowly()
  const library = openLibrary(join(folder.path, 'library'), env)
  for (let i = 0; i < 60; i++) library.materials.create(aDraft({ title: `第 ${i} 条`, body: '数字资源建设。'.repeat(20) }))
  for (const name of names) copyFileSync(join(folder.path, 'library', name), join(copy, name))
  library.close()
  harm(copy)

  let opened = openLibrary(copy, env)
  const first = { codes: codes(opened), materials: opened.counts().materials }
  for (let i = 0; i < 100; i++) opened.materials.create(aDraft({ title: '后来的' }))
  opened.close()
  opened = openLibrary(copy, env)
  const codesAfterMoreWork = codes(opened)
  opened.acceptLoss()
  const result = { ...first, codesAfterMoreWork, codesWhenAccepted: codes(opened) }
  opened.close()
  folder.remove()
  return result
}

describe('a library that lost its newest changes', () => {
  it('says so when its WAL was cut short, whatever is done afterwards, until the user accepts it', () => {
    const result = copyWhileOpen(['library.db', 'library.db-wal', 'lock'], (copy) => truncateSync(walOf(copy), Math.floor(statSync(walOf(copy)).size * 0.6)))
    expect(result.materials).toBeGreaterThan(0)
    expect(result.materials).toBeLessThan(60)
    expect(result).toMatchObject({ codes: ['missing-changes'], codesAfterMoreWork: ['missing-changes'], codesWhenAccepted: [] })
  })

  it('is told from one that was copied whole', () => {
    expect(copyWhileOpen(['library.db', 'library.db-wal', 'lock'], () => undefined)).toMatchObject({ materials: 60, codes: [], codesAfterMoreWork: [] })
  })

  it('says so when an older file was put in its place', () => {
    const folder = aFolder()
    const env = slowly()
    const path = join(folder.path, 'library')
    const file = join(path, 'library.db')
    const first = openLibrary(path, env)
    first.materials.create(aDraft())
    first.close()
    copyFileSync(file, join(folder.path, 'older.db'))
    const second = openLibrary(path, env)
    second.materials.create(aDraft())
    second.materials.create(aDraft())
    second.close()
    copyFileSync(join(folder.path, 'older.db'), file)
    const third = openLibrary(path, env)
    const { problems } = third.doctor()
    expect(problems.map(({ code }) => code)).toEqual(['missing-changes'])
    expect(problems[0]?.message.en).toContain('2 stored changes')
    third.close()
    folder.remove()
  })
})
