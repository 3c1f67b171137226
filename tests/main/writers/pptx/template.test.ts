/** A talk of every kind of block in templates of the user's own: what is written is sound, holds every word, and has the template's parts as they were. */
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../../src/main/readers/template/read-template'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { type DeckOptions, writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { readZip } from '../../../../src/main/zip/read-zip'
import type { AssetHash } from '../../../../src/shared/model/ids'
import { layOut } from '../../../../src/shared/slides/lay-out'
import type { SceneItem } from '../../../../src/shared/slides/scene'
import { metricsOf } from '../../../../src/shared/slides/theme-metrics'
import { templateTheme } from '../../../../src/shared/slides/template/template-theme'
import { png } from '../../../builders/png'
import { deckOptions } from '../../../builders/scene'
import { showcase, showcasePicture } from '../../../builders/showcase-talk'
import { sampleTemplates } from '../../../builders/template'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const samples = sampleTemplates(png(320, 180))
const PARTS = 'f'.repeat(64) as AssetHash

function inTemplate(file: Uint8Array) {
  const { value } = readTemplate(file)
  const theme = templateTheme({ definition: { name: { 'zh-CN': '示例', en: 'Sample' }, template: value.template, parts: PARTS, choices: {} } })
  const { value: deck } = layOut(showcase, { theme, metrics: metricsOf(theme), picture: showcasePicture, language: 'zh-CN' })
  const media: DeckOptions['media'] = (hash) => (hash === PARTS ? { bytes: value.parts, mime: 'image/png' } : deckOptions.media())
  return { ...value, theme, deck, write: () => writeDeck(deck, { ...deckOptions, theme, media }) }
}

const squeezed = (text: string): string => text.replace(/\s/g, '')
const wordsOf = (item: SceneItem): readonly string[] => {
  const paragraphs = item.kind === 'text' ? item.paragraphs : item.kind === 'table' ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)) : []
  return paragraphs.map(({ runs }) => squeezed(runs.map(({ text }) => text).join('')))
}
const unescaped = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const textsIn = (xml: string): string => squeezed(Array.from(xml.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, text]) => unescaped(text ?? '')).join(''))

describe.each(Object.entries(samples))('in the template %s', (_name, file) => {
  const { write, deck, parts, template } = inTemplate(file)
  const written = write()
  const slide = async (number: number): Promise<string> => new TextDecoder().decode(readZip(await written).read(`ppt/slides/slide${number}.xml`))

  it('passes our own lint', async () => {
    expect(lintPackage(await written)).toEqual([])
  })

  it.skipIf(validatorAbsent)('passes the Open XML SDK', async () => {
    expect(await schemaErrors(await written, 'pptx')).toEqual([])
  })

  it('loses no word', async () => {
    for (const [at, scene] of deck.scenes.entries()) {
      const shown = textsIn(await slide(at + 1))
      for (const words of scene.items.flatMap(wordsOf)) expect(shown, scene.id).toContain(words)
    }
  })

  it('has the template’s masters, themes and pictures byte for byte', async () => {
    const [deckFile, stored] = [readZip(await written), readZip(parts)]
    for (const name of stored.names.filter((one) => !one.startsWith('ppt/slideLayouts/'))) expect(deckFile.read(name), name).toEqual(stored.read(name))
    // A layout is added to only where it has no place for a title.
    for (const { part, placeholders } of template.layouts) {
      const [theirs, ours] = [stored, deckFile].map((archive) => new TextDecoder().decode(archive.read(part)))
      if (placeholders.some(({ type }) => type === 'title' || type === 'ctrTitle')) expect(ours).toBe(theirs)
    }
  })

  it('is of the template’s size, and the same bytes each time', async () => {
    const presentation = new TextDecoder().decode(readZip(await written).read('ppt/presentation.xml'))
    expect(presentation).toContain(`<p:sldSz cx="${template.size.width}" cy="${template.size.height}"/>`)
    expect(await inTemplate(file).write()).toEqual(await written)
  })
})

it('fills the placeholders of a layout by their own type and number, and lets their look through', async () => {
  const { write } = inTemplate(samples.chinese)
  const cover = new TextDecoder().decode(readZip(await write()).read('ppt/slides/slide1.xml'))
  expect(cover).toContain('<p:ph type="ctrTitle"/>')
  expect(cover).toContain('<p:ph type="subTitle" idx="1"/>')
  const [title = ''] = /<p:sp>(?:(?!<\/p:sp>).)*ctrTitle.*?<\/p:sp>/s.exec(cover) ?? []
  expect(title).not.toContain('solidFill')
  expect(title).not.toContain('typeface')
})

it('runs from left to right, whatever the template’s own language does', async () => {
  const archive = readZip(await inTemplate(samples.chinese).write())
  const slides = archive.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map((name) => new TextDecoder().decode(archive.read(name)))
  const inPlaceholders = slides.flatMap((xml) => xml.match(/<p:ph type="(?:title|ctrTitle|subTitle)".*?<\/p:sp>|<p:ph idx="1"\/>.*?<\/p:sp>/gs) ?? []).flatMap((shape) => shape.match(/<a:pPr [^>]*>/g) ?? [])
  expect(inPlaceholders.length).toBeGreaterThan(20)
  expect(inPlaceholders.filter((properties) => !properties.includes('rtl="0"'))).toEqual([])
})

it('gives a layout without a title one, so that every slide has', async () => {
  const { write } = inTemplate(samples.small)
  const archive = readZip(await write())
  expect(new TextDecoder().decode(archive.read('ppt/slideLayouts/slideLayout1.xml')).match(/<p:ph type="title"\/>/g)).toHaveLength(1)
})
