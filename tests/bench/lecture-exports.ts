/** What `lecture-of-sixty.ts` is exported with. */
import type { WriteScriptOptions } from '../../src/main/writers/docx/write-script'
import type { DeckOptions } from '../../src/main/writers/pptx/write-deck'
import type { Talk } from '../../src/shared/model/block'
import { notoSansSc } from '../../src/shared/slides/font-metrics'
import { layOut } from '../../src/shared/slides/lay-out'
import type { Deck } from '../../src/shared/slides/scene'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { assetHashOf, lectureOfSixty, photoBytes, photoInfo, photoOf } from './lecture-of-sixty'

export const layOutLecture = (talk: Talk = lectureOfSixty): Deck => layOut(talk, { theme: clearTheme, metrics: notoSansSc, picture: photoInfo, language: 'zh-CN' }).value
export const deckOptions: DeckOptions = { theme: clearTheme, media: photoOf, made: new Date('2026-09-10T08:00:00Z') }

/** Bytes of a slide drawn small. */
const SLIDE_BYTES = 20_000
const slideBytes = (slide: number): Uint8Array => photoBytes(slide).subarray(0, SLIDE_BYTES)

/** @param slides whether a picture of each slide stands beside what is said */
export function scriptOptions(deck: Deck, slides: boolean): WriteScriptOptions {
  const drawn = deck.scenes.map((_, index) => slideBytes(index + 1))
  const hashes = drawn.map(assetHashOf)
  const byHash = new Map(hashes.map((hash, index) => [hash, drawn[index]!]))
  return {
    deck,
    preset: 'plain',
    pace: 220,
    language: 'zh-CN',
    pictures: { info: photoInfo, bytes: (hash) => byHash.get(hash) ?? photoOf(hash).bytes },
    made: deckOptions.made,
    ...(slides ? { slideHash: (slide: number) => hashes[slide - 1]! } : {}),
  }
}
