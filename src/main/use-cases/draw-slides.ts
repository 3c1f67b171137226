import { createHash } from 'node:crypto'
import type { AssetHash } from '../../shared/model/ids'
import type { Deck } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import { slideDrawer } from '../drawing/draw-slide'
import { pictureInfo } from '../readers/picture'
import type { TalkPictures } from './talk-pictures'

/** Pixels in the width of a slide that is 44 mm wide on paper: 230 an inch. */
const WIDTH = 400

export type DrawnSlides = {
  /** The slides' pictures, by the addresses `asset:<hash>`. */
  readonly pictures: TalkPictures
  /** The picture of the nth slide, from 1. */
  readonly hash: (slide: number) => AssetHash | null
}

/**
 * Draws every slide of a deck small, as PNG.
 * @param signal stops between two slides
 */
export async function drawSlides(deck: Deck, theme: Theme, pictures: TalkPictures, signal?: AbortSignal): Promise<DrawnSlides> {
  const draw = slideDrawer(deck, theme, WIDTH, (hash) => {
    const info = pictures.info(`asset:${hash}`)
    return info === null ? null : { bytes: pictures.bytes(hash), mime: info.mime }
  })
  const bytes = new Map<AssetHash, Uint8Array>()
  const hashes: AssetHash[] = []
  for (const scene of deck.scenes) {
    signal?.throwIfAborted()
    const png = await draw(scene)
    const hash = createHash('sha256').update(png).digest('hex') as AssetHash
    bytes.set(hash, png)
    hashes.push(hash)
  }
  const find = (hash: AssetHash): Uint8Array => {
    const found = bytes.get(hash)
    if (found === undefined) throw new Error(`No slide was drawn as ${hash}`)
    return found
  }
  return {
    hash: (slide) => hashes[slide - 1] ?? null,
    pictures: {
      info: (src) => {
        const hash = src.replace(/^asset:/, '') as AssetHash
        const png = bytes.get(hash)
        return png === undefined ? null : { ...pictureInfo(png), hash, bytes: png.byteLength }
      },
      bytes: find,
    },
  }
}
