import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brandedTheme } from '../../../../src/shared/brand/branded-theme'
import { lightRoles } from '../../../../src/shared/slides/colour-roles'
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
/** As many different ones. */
const some = (count: number): readonly School[] => {
  const drawn = new Set<School>()
  while (drawn.size < count) drawn.add(schools[Math.floor(random() * schools.length)]!)
  return [...drawn]
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Every part of a file, those of a workbook inside a deck too; a file that is no package is its own part. */
function partsIn(file: string): readonly { readonly part: string; readonly bytes: Uint8Array }[] {
  const bytes = new Uint8Array(readFileSync(file))
  return /\.(?:pptx|docx)$/.test(file) ? unpacked(bytes, '') : [{ part: '', bytes }]
}
function unpacked(archive: Uint8Array, at: string): readonly { readonly part: string; readonly bytes: Uint8Array }[] {
  const zip = readZip(archive)
  return zip.names.flatMap((name) => {
    const bytes = zip.read(name)!
    return name.endsWith('.xlsx') ? unpacked(bytes, `${at}${name}!`) : [{ part: at + name, bytes }]
  })
}
const textIn = (file: string): string => partsIn(file).filter(({ part }) => part.endsWith('.xml')).map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')

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
    for (const [index, school] of schools.entries()) {
      const deck = readZip(readFileSync(fileOf(school, 'slides.pptx')))
      const part = (name: string): string => new TextDecoder().decode(deck.read(name))
      const brand = library.schools.brandOf(school.id)
      const { colours } = brandedTheme(clearTheme, brand).theme
      const theme = part('ppt/theme/theme1.xml')
      expect(theme).toContain(`<a:accent1><a:srgbClr val="${colours.accent}"/></a:accent1>`)
      const [scheme = ''] = /<a:clrScheme[\s\S]*?<\/a:clrScheme>/.exec(theme) ?? []
      const shown = Array.from(scheme.matchAll(/<a:srgbClr val="([0-9A-F]{6})"/g), ([, colour]) => colour)
      expect(shown.length).toBeGreaterThanOrEqual(8)
      expect(Object.values(colours)).toEqual(expect.arrayContaining(shown))
      const logo = library.assets.read(brand.logo!)
      expect(deck.names.some((name) => name.startsWith('ppt/media/') && Buffer.from(deck.read(name)!).equals(Buffer.from(logo)))).toBe(true)
      const words = deck.names.filter((name) => /slides\/slide\d+\.xml$|slideMaster1\.xml$/.test(name)).map(part).join('\n')
      for (const said of [school.short, brand.series, `${secretOf(index)}的做法`]) expect(words).toContain(said)
      // Every paper of the pack is the school's own too.
      for (const name of files.slice(1)) expect({ name, own: textIn(fileOf(school, name)).includes(school.short) }).toEqual({ name, own: true })
      const onPaper = lightRoles(colours.accent, colours.second)
      for (const name of ['handout.docx', 'quiz.docx']) {
        const sheet = readZip(readFileSync(fileOf(school, name)))
        const said = (entry: string): string => new TextDecoder().decode(sheet.read(entry))
        expect({ name, accent: said('word/styles.xml').includes(`w:val="${onPaper.accent}"`), series: said('word/header2.xml').includes(brand.series), logo: Buffer.from(sheet.read('word/media/logo.png')!).equals(Buffer.from(logo)) }).toEqual({ name, accent: true, series: true, logo: true })
      }
      for (const name of ['script.docx', 'handout.docx']) expect({ name, told: textIn(fileOf(school, name)).includes(`${secretOf(index)}的走廊书屋`) }).toEqual({ name, told: true })
    }
  })

  it(
    'hold not a byte of what is another school’s own: no word of it in any part of any file, and no logo',
    () => {
      const logoOf = (school: School): string => sha256(library.assets.read(library.schools.brandOf(school.id).logo!))
      const logos = new Map(schools.map((school) => [logoOf(school), school.short]))
      expect(logos.size).toBe(SCHOOLS)
      let pictures = 0
      const foreign = schools.flatMap((school) =>
        readdirSync(join(to, school.name)).flatMap((name) =>
          partsIn(fileOf(school, name)).flatMap(({ part, bytes }) => {
            const owner = logos.get(sha256(bytes))
            if (owner === school.short) pictures++
            // Bytes as text in UTF-8: a secret is found wherever it stands as such, in a property, an address or a name of a part.
            const told = new Set(`${part}\n${Buffer.from(bytes).toString('utf8')}`.match(/校密\d{4}/g) ?? [])
            return [...told, ...(owner === undefined ? [] : [owner])].filter((secret) => secret !== school.short).map((secret) => `${school.short}/${name}/${part}: ${secret}`)
          }),
        ),
      )
      expect(foreign).toEqual([])
      // That logos are found at all.
      expect(pictures).toBeGreaterThanOrEqual(SCHOOLS)
    },
    CEILING,
  )

  it.skipIf(validatorAbsent !== null)(
    'pass the Open XML SDK, ten of them drawn',
    async () => {
      for (const school of some(10)) expect((await Promise.all(files.map((name) => schemaErrorsOfFile(fileOf(school, name))))).flat()).toEqual([])
    },
    CEILING,
  )

  it.skipIf(libreOfficeAbsent !== null)(
    'open in LibreOffice, each deck and paper with its own school’s name on it and no other’s, ten packs drawn',
    async () => {
      const drawn = some(10)
      const documents = drawn.flatMap((school) => files.map((name) => [`${school.short}-${name}`, new Uint8Array(readFileSync(fileOf(school, name)))] as const))
      const pdfs = await toPdf(Object.fromEntries(documents))
      expect(Object.keys(pdfs)).toHaveLength(drawn.length * files.length)
      for (const [name, pdf] of Object.entries(pdfs)) {
        const text = (await pageTexts(pdf)).join('').replaceAll(/\s/g, '')
        expect({ name, told: [...new Set(text.match(/校密\d{4}/g))] }).toEqual({ name, told: [name.split('-')[0]] })
      }
    },
    CEILING,
  )
})
