import { expect, it } from 'vitest'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { deckOptions } from '../../../builders/scene'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'
import { everything } from './everything'

it.skipIf(validatorAbsent)('writes a package in which the Open XML SDK finds no error', async () => {
  expect(await schemaErrors(await writeDeck(everything, deckOptions), 'pptx')).toEqual([])
})

it('writes a package in which our own lint finds nothing', async () => {
  expect(lintPackage(await writeDeck(everything, deckOptions))).toEqual([])
})

it('gives the same bytes for the same deck, however many were written before', async () => {
  const first = await writeDeck(everything, deckOptions)
  await writeDeck({ ...everything, title: '另一份', scenes: everything.scenes.slice(0, 3) }, deckOptions)
  expect(Buffer.from(await writeDeck(everything, deckOptions)).equals(first)).toBe(true)
})
