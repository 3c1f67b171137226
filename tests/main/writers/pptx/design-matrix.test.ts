/** Every kind of block in every amount, in every design, mode, language and ratio, as a package: our own lint for all of them, the Open XML SDK for a sample. */
import { describe, expect, it } from 'vitest'
import { deckFiles, framesOf, writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { languages } from '../../../../src/shared/language'
import { colourModes, designNames, slideRatios } from '../../../../src/shared/model/look'
import { themeOf } from '../../../../src/shared/slides/themes/built-in'
import { deckOfTalk } from '../../../builders/deck-of-talk'
import { amounts, matrixTalk } from '../../../builders/matrix-talk'
import { deckOptions } from '../../../builders/scene'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const looks = designNames.flatMap((design) => colourModes.map((mode) => ({ design, mode })))

describe.each(looks)('decks in $design $mode', ({ design, mode }) => {
  const options = { ...deckOptions, theme: themeOf({ design, mode }) }

  it.each(slideRatios)('break no rule of our lint at %s, however little or much they hold', (ratio) => {
    // Ratios change where things stand, not what a package is made of: one language is enough for the second.
    for (const language of ratio === '16:9' ? languages : (['en'] as const)) {
      for (const amount of amounts) {
        const deck = deckOfTalk(matrixTalk(amount, language, language === 'en' ? 'click' : 'slides'), ratio, options.theme)
        // It refuses what breaks a rule.
        expect(deckFiles(deck, framesOf(deck, options.theme), options).size).toBeGreaterThan(deck.scenes.length)
      }
    }
  })

  it.skipIf(validatorAbsent)('pass the Open XML SDK with long content', async () => {
    const deck = deckOfTalk(matrixTalk('long', mode === 'dark' ? 'en' : 'zh-CN', mode === 'dark' ? 'click' : 'slides'), mode === 'dark' ? '4:3' : '16:9', options.theme)
    expect(await schemaErrors(await writeDeck(deck, options), 'pptx')).toEqual([])
  })
})
