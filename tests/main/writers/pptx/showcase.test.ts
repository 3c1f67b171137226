/** Every kind of block, in both languages, both page sizes and three designs, through layout and writer, before the judges. LibreOffice runs once for all. */
import { beforeAll, describe, expect, it } from 'vitest'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import type { SceneItem, SceneParagraph } from '../../../../src/shared/slides/scene'
import { builtInThemes } from '../../../../src/shared/slides/themes/built-in'
import { deckOfTalk, inMeasuredFaces, measuredTheme } from '../../../builders/deck-of-talk'
import { deckOptions } from '../../../builders/scene'
import { showcase, showcaseEnglish } from '../../../builders/showcase-talk'
import { libreOfficeAbsent, pageLines, pageTexts, toPdf } from '../../../judges/libre-office'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const formal = inMeasuredFaces(builtInThemes.formal.light)
const livelyDark = inMeasuredFaces(builtInThemes.lively.dark)
const onClick = { ...showcase, front: { ...showcase.front, reveal: 'click' as const } }
const decks = {
  'zh.pptx': { deck: deckOfTalk(showcase), theme: measuredTheme },
  'en.pptx': { deck: deckOfTalk(showcaseEnglish), theme: measuredTheme },
  'zh-4x3.pptx': { deck: deckOfTalk(showcase, '4:3'), theme: measuredTheme },
  'zh-formal-click.pptx': { deck: deckOfTalk(onClick, '16:9', formal), theme: formal },
  'zh-lively-dark-4x3-click.pptx': { deck: deckOfTalk(onClick, '4:3', livelyDark), theme: livelyDark },
}
const names = Object.keys(decks) as (keyof typeof decks)[]
const written = (name: keyof typeof decks): Promise<Uint8Array> => writeDeck(decks[name].deck, { ...deckOptions, theme: decks[name].theme })

const paragraphsOf = (item: SceneItem): readonly SceneParagraph[] => {
  if (item.kind === 'text') return item.placeholder === 'number' ? [] : item.paragraphs
  return item.kind === 'table' ? item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)) : []
}
const textOf = ({ runs }: SceneParagraph): string => runs.map(({ text }) => text).join('')
const squeezed = (text: string): string => text.replace(/\s/g, '')

describe.each(names)('%s', (name) => {
  it('passes our own lint', async () => {
    expect(lintPackage(await written(name))).toEqual([])
  })

  it.skipIf(validatorAbsent)('passes the Open XML SDK', async () => {
    expect(await schemaErrors(await written(name), 'pptx')).toEqual([])
  })
})

describe.skipIf(libreOfficeAbsent)('in LibreOffice', () => {
  let pdfs: Record<string, Uint8Array>
  beforeAll(async () => {
    pdfs = await toPdf(Object.fromEntries(await Promise.all(names.map(async (name) => [name, await written(name)] as const))))
  }, 180_000)

  it.each(names)('%s has a page for every scene, with all its text on it', async (name) => {
    const pages = (await pageTexts(pdfs[name]!)).map(squeezed)
    expect(pages).toHaveLength(decks[name].deck.scenes.length)
    const missing = decks[name].deck.scenes.flatMap((scene, page) => {
      const lost = charactersBeyond(scene.items.flatMap(paragraphsOf).map(textOf).map(squeezed).join(''), pages[page]!)
      return lost === '' ? [] : [`${scene.id}: ${lost}`]
    })
    expect(missing).toEqual([])
  })

  it.each(names)('%s breaks Han text where the layout did', async (name) => {
    const pages = await pageLines(pdfs[name]!)
    const expected: string[] = []
    const missing: string[] = []
    for (const [page, scene] of decks[name].deck.scenes.entries()) {
      const drawn = new Set(pages[page]!.map(({ text }) => squeezed(text)))
      for (const paragraph of scene.items.flatMap(paragraphsOf)) {
        if (!isHanOnly(textOf(paragraph))) continue
        for (const line of linesOf(paragraph)) {
          expected.push(line)
          if (!drawn.has(line) && !drawn.has(squeezed(paragraph.marker?.text ?? '') + line)) missing.push(`${scene.id}: ${line}`)
        }
      }
    }
    expect(missing).toEqual([])
    expect(expected.length).toBeGreaterThan(name === 'en.pptx' ? -1 : 100)
  })
})

const linesOf = (paragraph: SceneParagraph): string[] => {
  const text = textOf(paragraph)
  return paragraph.lineStarts.map((start, i) => squeezed(text.slice(start, paragraph.lineStarts[i + 1] ?? text.length))).filter((line) => line !== '')
}

/** What `wanted` has more of than `page`, character by character: a PDF's text comes in an order of its own where columns and sizes mix. */
const charactersBeyond = (wanted: string, page: string): string => {
  const left = new Map<string, number>()
  for (const char of page) left.set(char, (left.get(char) ?? 0) + 1)
  let lost = ''
  for (const char of wanted) {
    const count = left.get(char) ?? 0
    if (count === 0) lost += char
    else left.set(char, count - 1)
  }
  return lost
}

/**
 * LibreOffice 7 puts about 0.29 em between Han and Latin characters or figures and offers no way to say otherwise in a .pptx; PowerPoint puts
 * nothing, and neither does the layout. Lines with both may break a character apart.
 */
const isHanOnly = (text: string): boolean => !/[A-Za-z0-9]/.test(text)
