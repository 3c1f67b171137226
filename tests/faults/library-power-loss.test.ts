import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibrary } from '../../src/main/library/library'
import { seeded } from '../bench/generated-materials'
import { aFolder, anEnvironment } from '../main/library/a-library'
import { buildLibraryChild, startLibraryChild } from './child-process'

const ROUNDS = 4
const place = aFolder()
const at = (...parts: string[]) => join(place.path, ...parts)
const run = (command: string, ...words: string[]) => execFileSync(command, words, { stdio: 'pipe' })

const mount = (image: string, folder: string): void => {
  mkdirSync(folder, { recursive: true })
  run('mount', '-o', 'loop', image, folder)
}

/**
 * A disk in a file, whose bytes are what the disk has been told to keep: what a program has written and not synchronised is in the memory of the system only, and so is
 * lost to a copy of the file as it would be to a power cut.
 * @returns why there is none here
 */
const makeDisk = (): string | null => {
  if (process.platform !== 'linux') return 'only Linux mounts a file'
  try {
    writeFileSync(at('disk'), Buffer.alloc(48 * 1024 * 1024))
    run('mkfs.ext4', '-q', '-F', at('disk'))
    mount(at('disk'), at('on'))
    return null
  } catch (error) {
    return `a file cannot be mounted here (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`
  }
}

const reason = makeDisk()
afterAll(() => {
  if (reason === null) run('umount', at('on'))
  place.remove()
})

/** Looks at the disk as it was when the power went. */
const afterPowerLoss = (look: (folder: string) => void): void => {
  mount(at('lost'), at('off'))
  try {
    look(at('off'))
  } finally {
    run('umount', at('off'))
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const lastNumber = (lines: readonly string[], word: string): number => Math.max(0, ...lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1])))

describe.skipIf(reason !== null)(`a power cut${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  let childFile = ''
  beforeAll(async () => {
    childFile = await buildLibraryChild()
  })

  it('takes from this disk what was not synchronised, so that the tests below can fail', () => {
    writeFileSync(at('on', 'unsynchronised'), 'x'.repeat(5000))
    copyFileSync(at('disk'), at('lost'))
    afterPowerLoss((folder) => {
      const file = join(folder, 'unsynchronised')
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').not.toContain('x')
    })
  })

  it.each([
    ['edit', 'material'],
    ['import', 'source'],
  ] as const)('during %s takes nothing that was acknowledged, and leaves a library that is sound', async (deed, word) => {
    const random = seeded(deed.length)
    for (let round = 0; round < ROUNDS; round++) {
      const name = `${deed}-${round}`
      const child = startLibraryChild(childFile, deed, at('on', name))
      await child.said((line) => line.startsWith(`${word} `))
      await pause(random() * 300)
      // What it says from here on may be on the disk or not; what it has said must be.
      const acknowledged = lastNumber(child.lines, word)
      // Stopped, so that the copy is of one moment.
      child.freeze()
      copyFileSync(at('disk'), at('lost'))
      await child.kill()
      run('rm', '-rf', at('on', name))
      afterPowerLoss((folder) => {
        const library = openLibrary(join(folder, name), anEnvironment())
        if (deed === 'edit') expect(Number(library.materials.list()[0]?.title.split(' ')[1])).toBeGreaterThanOrEqual(acknowledged)
        else expect(library.counts().sources).toBeGreaterThanOrEqual(acknowledged + 1)
        for (const { id, paragraphs } of library.sources.list()) expect(library.sources.paragraphs(id)).toHaveLength(paragraphs)
        expect(library.doctor().problems).toEqual([])
        library.close()
      })
    }
  })
})
