import { expect, it } from 'vitest'
import { deckFiles, framesOf, writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import type { BrandMarks } from '../../../../src/shared/slides/brand-marks'
import { deckOfTalk } from '../../../builders/deck-of-talk'
import { anAsset, deckOptions } from '../../../builders/scene'
import { aTalk, block, content, section } from '../../../builders/talk'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const logo = { asset: anAsset('a'), width: 400, height: 200 }
const brand: BrandMarks = { logo, logoOnDark: null, series: '晨光讲堂', owner: '示例小学' }
const deck = deckOfTalk(aTalk(section('一、为什么', block('三个变化', content.points('资源', '备课')))))
const options = deckOptions
const filesOf = (marks: BrandMarks) => deckFiles(deck, framesOf(deck, options.theme), { ...options, brand: marks })
const part = (files: ReadonlyMap<string, string | Uint8Array>, name: string): string => files.get(name) as string

it('has logo and series on the master, where every ordinary page takes them from, and on no slide', () => {
  const files = filesOf(brand)
  const master = part(files, 'ppt/slideMasters/slideMaster1.xml')
  expect(master).toContain('name="logo" descr="示例小学"')
  expect(master).toContain('<a:t>晨光讲堂</a:t>')
  for (const [name, content] of files) if (name.startsWith('ppt/slides/slide')) expect(content).not.toContain('晨光讲堂')
})

it('keeps one copy of the logo, whatever many layouts show it', () => {
  expect([...filesOf(brand).keys()].filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/logo1.png'])
})

it('lets cover and closing show marks of their own instead of the master’s, on paper where the page is dark', () => {
  const files = filesOf(brand)
  const layouts = [...files.keys()].filter((name) => /slideLayout\d+\.xml$/.test(name)).map((name) => part(files, name))
  const own = layouts.filter((layout) => layout.includes('showMasterSp="0"'))
  expect(own).toHaveLength(2)
  expect(own.every((layout) => layout.includes('晨光讲堂'))).toBe(true)
  expect(own.filter((layout) => layout.includes('name="logo-plate"'))).toHaveLength(1)
})

it('uses the logo for dark pages on the closing one, without a plate', () => {
  const files = filesOf({ ...brand, logoOnDark: { ...logo, asset: anAsset('b') } })
  expect([...files.values()].some((content) => typeof content === 'string' && content.includes('logo-plate'))).toBe(false)
})

it('writes nothing of a brand where there is none', () => {
  expect(part(deckFiles(deck, framesOf(deck, options.theme), options), 'ppt/slideMasters/slideMaster1.xml')).not.toContain('p:pic')
})

it.skipIf(validatorAbsent !== null)('is a package in which neither our lint nor the Open XML SDK finds an error', async () => {
  const bytes = await writeDeck(deck, { ...options, brand })
  expect(lintPackage(bytes)).toEqual([])
  expect(await schemaErrors(bytes, 'pptx')).toEqual([])
})
