import { describe, expect, it } from 'vitest'
import type { PictureInfo } from '../../../src/shared/contract/talks'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import type { AssetHash } from '../../../src/shared/model/ids'
import { deckBytes, talkMedia } from '../../../src/shared/slides/talk-media'

const hash = (of: string) => of.repeat(64) as AssetHash
const picture = (of: string, bytes: number): PictureInfo => ({ hash: hash(of), width: 4, height: 3, mime: 'image/png', bytes })
const infos: Readonly<Record<string, PictureInfo>> = {
  photo: picture('a', 1000),
  same: picture('a', 1000),
  cover: picture('b', 200),
  film: { ...picture('c', 30), media: { hash: hash('d'), mime: 'video/mp4', bytes: 50_000 } },
  sound: { ...picture('e', 40), media: { hash: hash('f'), mime: 'audio/mpeg', bytes: 7000 } },
  logo: picture('9', 5),
}
const info = (src: string) => infos[src] ?? null
const talkOf = (...blocks: readonly string[]) => parseTalk(blocks.map((body, index) => `## ${index + 1}\n${body}\n`).join('\n')).value

describe('the media of a talk', () => {
  it('counts each film, sound and picture once, whatever it is called, and none that is missing', () => {
    const talk = talkOf('![甲](photo)', '![乙](same)', '![丙](film)', '![丙](film)', '![丁](sound)', '![戊](gone)')
    expect(talkMedia(talk, info)).toEqual({ films: 1, sounds: 1, pictures: 1, bytes: 1000 + 50_030 + 7040 })
  })

  it('measures a poster and a template’s own pictures without counting them', () => {
    const talk = talkOf(':::picture{poster="cover"}\n![甲](film)\n:::')
    expect(talkMedia(talk, info, ['logo'])).toEqual({ films: 1, sounds: 0, pictures: 0, bytes: 50_030 + 200 + 5 })
  })

  it('makes the deck larger by every slide and by every byte of them', () => {
    expect(deckBytes(2, 0)).toBeGreaterThan(deckBytes(1, 0))
    expect(deckBytes(1, 50_000) - deckBytes(1, 0)).toBe(50_000)
  })
})
