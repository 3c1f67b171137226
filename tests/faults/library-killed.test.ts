import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../src/main/engine/open-engine'
import { openLibrary } from '../../src/main/library/library'
import { aDocument, aFolder, anEnvironment, aProposal, importInto } from '../main/library/a-library'
import { seeded } from '../bench/generated-materials'
import { buildLibraryChild, startLibraryChild } from './child-process'

const ROUNDS = 10
let childFile = ''
beforeAll(async () => {
  childFile = await buildLibraryChild()
})

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const lastNumber = (lines: readonly string[], word: string): number => Math.max(0, ...lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1])))

describe('kill −9', () => {
  it('while editing loses nothing that was acknowledged', async () => {
    const random = seeded(1)
    for (let round = 0; round < ROUNDS; round++) {
      const folder = aFolder()
      const child = startLibraryChild(childFile, 'edit', folder.path)
      await child.said((line) => line.startsWith('talk '))
      await pause(random() * 60) // the moment of death, anywhere in a deed
      await child.kill()
      const library = openLibrary(folder.path, anEnvironment())
      const [material] = library.materials.list()
      const [talk] = library.talks.list()
      const version = Number(material?.title.split(' ')[1])
      // What was stored but not yet said may be there too: at most the one deed that was under way.
      expect(version - lastNumber(child.lines, 'material')).toBeOneOf([0, 1])
      expect((talk?.revision ?? 0) - lastNumber(child.lines, 'talk')).toBeOneOf([0, 1])
      expect(library.materials.search({ text: `第 ${version}`, filter: { kinds: [], tags: [], topics: [], audiences: [], status: null, sourceId: null }, limit: 10, offset: 0 }).total).toBe(1)
      expect(library.doctor().problems).toEqual([])
      library.close()
      folder.remove()
    }
  })

  it('while importing leaves every document whole or absent, and the acknowledged ones whole', async () => {
    const random = seeded(2)
    const folder = aFolder()
    for (let round = 0; round < ROUNDS; round++) {
      const child = startLibraryChild(childFile, 'import', folder.path)
      await child.said((line) => line.startsWith('source '))
      await pause(random() * 120)
      await child.kill()
      const library = openLibrary(folder.path, anEnvironment())
      const sources = library.sources.list()
      expect(sources.length - 1 - lastNumber(child.lines, 'source')).toBeOneOf([0, 1])
      for (const { id, paragraphs } of sources) {
        expect(library.sources.paragraphs(id)).toHaveLength(paragraphs)
        expect(library.sources.materialCount(id)).toBe(30)
      }
      expect(library.doctor().problems).toEqual([])
      library.close()
    }
    folder.remove()
  })

  it('while documents wait for their review leaves nothing of them after the next start, and the library as it was', async () => {
    const random = seeded(4)
    for (let round = 0; round < ROUNDS; round++) {
      const folder = aFolder()
      const before = openLibrary(folder.path, anEnvironment())
      importInto(before)
      const facts = before.counts()
      before.close()
      const child = startLibraryChild(childFile, 'review', folder.path)
      await child.said((line) => line === 'waiting 2')
      await pause(random() * 60)
      await child.kill()
      expect(readdirSync(join(folder.path, 'import-spool')).length).toBeGreaterThanOrEqual(2)
      const engine = openEngine({ folder: folder.path, version: '0.0.0', host: 'command-line', readerFile: '', checkerFile: '', starterFolder: '', dataFolder: join(folder.path, 'data') })
      expect(existsSync(join(folder.path, 'import-spool'))).toBe(false)
      expect(engine.context.library.counts()).toEqual(facts)
      expect(engine.context.library.doctor().problems).toEqual([])
      engine.close()
      folder.remove()
    }
  })

  it('while sketches are made after an upgrade goes on with the next start, and loses none', async () => {
    const random = seeded(5)
    const folder = aFolder()
    const before = openLibrary(folder.path, anEnvironment())
    importInto(before, aDocument(), Array.from({ length: 200 }, (_, index) => aProposal(index, { body: `第 ${index} 条：${'建设数字资源，'.repeat(index % 9)}每学期观摩 ${index} 次。` })))
    before.close()
    for (let round = 0; round < ROUNDS; round++) {
      const child = startLibraryChild(childFile, 'sketch', folder.path)
      await child.said((line) => line.startsWith('sketched '))
      await pause(random() * 40)
      await child.kill()
      const library = openLibrary(folder.path, anEnvironment())
      while (library.nearDuplicates.sketchMore() !== null);
      expect(library.doctor().problems).toEqual([])
      library.close()
    }
    folder.remove()
  })

  it('while a library is being made leaves a folder that opens', async () => {
    const random = seeded(3)
    for (let round = 0; round < ROUNDS; round++) {
      const folder = aFolder()
      const child = startLibraryChild(childFile, 'hold', folder.path)
      await pause(40 + random() * 160)
      await child.kill()
      const library = openLibrary(folder.path, anEnvironment())
      expect(library.counts()).toEqual({ sources: 0, materials: 0, talks: 0 })
      expect(library.doctor().problems).toEqual([])
      library.close()
      folder.remove()
    }
  })

  it('lets go of the lock at once', async () => {
    const folder = aFolder()
    const child = startLibraryChild(childFile, 'hold', folder.path)
    await child.said((line) => line === 'open')
    expect(() => openLibrary(folder.path, anEnvironment())).toThrow(expect.objectContaining({ code: 'library-locked' }))
    await child.kill()
    openLibrary(folder.path, anEnvironment()).close()
    folder.remove()
  })

  it('is not needed for a second process to be refused, politely, while the first goes on', async () => {
    const folder = aFolder()
    const library = openLibrary(folder.path, anEnvironment())
    const child = startLibraryChild(childFile, 'edit', folder.path)
    await child.said((line) => line === 'refused library-locked')
    await child.kill()
    expect(library.doctor().ok).toBe(true)
    library.close()
    folder.remove()
  })
})
