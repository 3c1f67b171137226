import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brandedTheme } from '../../../../src/shared/brand/branded-theme'
import { clearTheme } from '../../../../src/shared/slides/themes/clear'
import { openLibrary, type Library } from '../../../../src/main/library/library'
import { runPacks } from '../../../../src/main/use-cases/packs/pack-task'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { readZip } from '../../../../src/main/zip/read-zip'
import type { School } from '../../../../src/shared/model/school'
import { fillWithSchools, packTask, secretOf } from '../../../builders/packs-in-library'
import { seeded } from '../../../bench/generated-materials'
import { libreOfficeAbsent, pageTexts, toPdf } from '../../../judges/libre-office'
import { schemaErrorsOfFile, validatorAbsent } from '../../../judges/open-xml-sdk'
import { anEnvironment } from '../../library/a-library'

const SCHOOLS = 200
/** A ceiling for hangs on a shared machine. */
const CEILING = 400_000
const files = ['slides.pptx', 'script.docx', 'handout.docx', 'quiz.docx'] as const

const home = mkdtempSync(join(tmpdir(), 'lectern-200-'))
const to = join(home, 'packs')
let library: Library
let schools: readonly School[] = []
const fileOf = (school: School, name: string): string => join(to, school.name, name)
const random = seeded(200)
const some = (count: number): readonly School[] => Array.from({ length: count }, () => schools[Math.floor(random() * schools.length)]!)

beforeAll(async () => {
  library = openLibrary(join(home, 'library'), anEnvironment())
  const filled = fillWithSchools(library, SCHOOLS)
  schools = filled.schools
  const report = await runPacks(library, packTask(filled.talk, schools, to), () => undefined)
  expect(report.results.filter(({ status }) => status === 'made')).toHaveLength(SCHOOLS)
}, CEILING)
afterAll(() => {
  library.close()
  rmSync(home, { recursive: true, force: true })
})

describe('packs for two hundred schools', () => {
  it(
    'all pass our lint',
    () => {
      for (const school of schools) for (const name of files) expect({ name: `${school.name}/${name}`, faults: lintPackage(readFileSync(fileOf(school, name))) }).toMatchObject({ faults: [] })
    },
    CEILING,
  )

  it('have the school’s own colours, logo, names and case in them', () => {
    for (const school of schools) {
      const index = schools.indexOf(school)
      const deck = readZip(readFileSync(fileOf(school, 'slides.pptx')))
      const part = (name: string): string => new TextDecoder().decode(deck.read(name))
      const brand = library.schools.brandOf(school.id)
      const { colours } = brandedTheme(clearTheme, brand).theme
      expect(part('ppt/theme/theme1.xml')).toContain(`<a:accent1><a:srgbClr val="${colours.accent}"/></a:accent1>`)
      const logo = library.assets.read(brand.logo!)
      expect(deck.names.some((name) => name.startsWith('ppt/media/') && Buffer.from(deck.read(name)!).equals(Buffer.from(logo)))).toBe(true)
      const words = deck.names.filter((name) => /slides\/slide\d+\.xml$|slideMaster1\.xml$/.test(name)).map(part).join('\n')
      for (const said of [school.short, brand.series, `${secretOf(index)}的做法`]) expect(words).toContain(said)
    }
  })

  it.skipIf(validatorAbsent !== null)(
    'pass the Open XML SDK, ten of them drawn',
    async () => {
      for (const school of some(10)) expect((await Promise.all(files.map((name) => schemaErrorsOfFile(fileOf(school, name))))).flat()).toEqual([])
    },
    CEILING,
  )

  it.skipIf(libreOfficeAbsent !== null)(
    'open in LibreOffice with the school’s name on them, ten of them drawn',
    async () => {
      const drawn = some(10)
      const pdfs = await toPdf(Object.fromEntries(drawn.map((school) => [`${school.short}.pptx`, new Uint8Array(readFileSync(fileOf(school, 'slides.pptx')))])))
      expect(Object.keys(pdfs).length).toBeGreaterThan(0)
      for (const [name, pdf] of Object.entries(pdfs)) expect((await pageTexts(pdf)).join('').replaceAll(/\s/g, '')).toContain(name.replace(/\..*$/, ''))
    },
    CEILING,
  )
})
