/** What somebody without packs would run: the built command line's `export` once for each school, a process each. */
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { openLibrary } from '../../src/main/library/library'
import { addPicture } from '../../src/main/use-cases/talk-pictures'
import { BrandDraft } from '../../src/shared/model/brand'
import { SchoolDraft } from '../../src/shared/model/school'
import { aDraft, anEnvironment } from '../main/library/a-library'
import { lectureForSchools, lecturePhotos, photoSize } from './lecture-for-schools'
import { brandOfSchool, caseOfSchool, logoOf, nameOf, shortOf } from './schools-of-lecture'

const run = promisify(execFile)
const program = resolve('out/main/cli.js')
const { width, height } = photoSize

/** As much of a JPEG as says that it is one, and how large (ITU-T T.81, B.2.2); the photo's bytes follow. */
const jpegHeader = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 0, 0x11, 0)

/**
 * Exports the lecture from a file with its photos beside it, for schools of a library: the same names, brands, logos and cases as in packs.
 * @param kinds as `--formats` takes them
 * @param folder is filled: the library, the lecture, and a folder of files for each school
 * @returns milliseconds of each export, from the start of its process to its end
 * @throws Error where an export fails or leaves a file out
 */
export async function exportByCommand(schools: number, kinds: string, folder: string): Promise<readonly number[]> {
  const [library, lecture] = [join(folder, 'library'), join(folder, 'lecture.md')]
  mkdirSync(folder, { recursive: true })
  fill(library, schools)
  writeLecture(lecture, folder)
  const each: number[] = []
  for (let index = 0; index < schools; index++) {
    const to = join(folder, String(index))
    const started = performance.now()
    await run(process.execPath, [program, '--library', library, 'export', lecture, '--to', to, '--formats', kinds, '--school', nameOf(index)])
    each.push(performance.now() - started)
    const made = readdirSync(to).length
    if (made !== kinds.split(',').length) throw new Error(`The command line made ${made} files of ${kinds}.`)
  }
  return each
}

function fill(folder: string, schools: number): void {
  const library = openLibrary(folder, anEnvironment())
  try {
    for (let index = 0; index < schools; index++) {
      const { hash } = addPicture(library, logoOf(index))
      const school = library.schools.add(SchoolDraft.parse({ name: nameOf(index), short: shortOf(index), district: '示例区', level: 'primary' }), BrandDraft.parse({ ...brandOfSchool(index), logo: hash }))
      library.materials.create(aDraft({ kind: 'case', status: 'approved', title: '本校的走廊书屋', school: school.name, body: caseOfSchool(index) }), null)
    }
  } finally {
    library.close()
  }
}

function writeLecture(file: string, folder: string): void {
  const photos = [...lecturePhotos].map(([hash, bytes], index) => ({ address: `asset:${hash}`, name: `photo-${index}.jpg`, bytes }))
  for (const { name, bytes } of photos) writeFileSync(join(folder, name), Buffer.concat([jpegHeader, bytes]))
  writeFileSync(file, photos.reduce((text, { address, name }) => text.replaceAll(address, name), lectureForSchools))
}
