import { expect, it } from 'vitest'
import fc from 'fast-check'
import { defaultPoster } from '../../../../src/main/readers/media/default-poster'
import { mediaHeader } from '../../../../src/main/readers/media/media-header'
import { pictureInfo } from '../../../../src/main/readers/picture'
import { LARGEST_MEDIUM } from '../../../../src/shared/model/media'
import { LecternError } from '../../../../src/shared/outcome'
import { movie, mp3, wave } from '../../../builders/media'
import { png } from '../../../builders/png'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

it.each([
  ['a film of H.264', movie(), { mime: 'video/mp4', width: 1280, height: 720 }],
  ['a film of QuickTime', movie({ brand: 'qt  ' }), { mime: 'video/quicktime', width: 1280, height: 720 }],
  ['a film that was taken upright', movie({ width: 1920, height: 1080, turned: true }), { mime: 'video/mp4', width: 1080, height: 1920 }],
  ['a sound in MP4', movie({ coding: null }), { mime: 'audio/mp4', width: 0, height: 0 }],
  ['an MP3 with a tag', mp3(), { mime: 'audio/mpeg', width: 0, height: 0 }],
  ['an MP3 without', mp3(false), { mime: 'audio/mpeg', width: 0, height: 0 }],
  ['a WAV', wave(0.01), { mime: 'audio/wav', width: 0, height: 0 }],
] as const)('knows %s by its bytes', (_, bytes, header) => expect(mediaHeader(bytes)).toEqual(header))

it.each([
  ['a picture', png(8, 8)],
  ['a text', text('# 题目')],
  ['a text in UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0)],
  ['nothing', new Uint8Array()],
])('takes %s for neither film nor sound', (_, bytes) => expect(mediaHeader(bytes)).toBeNull())

it.each([
  ['H.265', movie({ coding: 'hvc1' })],
  ['WebM', Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0, 0, 0, 0)],
  ['Windows Media', Uint8Array.of(0x30, 0x26, 0xb2, 0x75, 0, 0, 0, 0)],
  ['AVI', text('RIFF\0\0\0\0AVI LIST')],
  ['Ogg', text('OggS\0\0\0\0')],
  ['a film that was cut off before its header', movie().subarray(0, 40)],
  ['a film without size', movie({ width: 0 })],
  ['a film of an impossible size', movie({ width: 60_000 })],
])('refuses %s, which not every PowerPoint plays', (_, bytes) => expect(() => mediaHeader(bytes)).toThrow(expect.objectContaining({ code: 'media-not-playable' })))

it('refuses what is too large for a deck', () => {
  const giant = new Uint8Array(LARGEST_MEDIUM + 1)
  giant.set(wave(0.01))
  expect(() => mediaHeader(giant)).toThrow(expect.objectContaining({ code: 'medium-too-large' }))
})

it('says of any damaged film what it is or that it cannot be played, and nothing else', () => {
  const whole = movie()
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }), fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length)
      for (const [at, value] of changes) if (at < length) bytes[at] = value
      try {
        mediaHeader(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(LecternError)
      }
    }),
  )
})

it('gives up a header that is all tiny boxes', () => {
  const bytes = new Uint8Array(8 * 200_000)
  for (let at = 0; at < bytes.length; at += 8) bytes.set([0, 0, 0, 8, ...text(at === 0 ? 'ftyp' : 'free')], at)
  expect(() => mediaHeader(bytes)).toThrow(expect.objectContaining({ code: 'media-not-playable' }))
})

it('draws a poster in the shape of the film, the same each time', () => {
  const upright = { mime: 'video/mp4', width: 1080, height: 1920 } as const
  const { bytes, width, height } = defaultPoster(upright)
  expect({ width, height }).toEqual({ width: 540, height: 960 })
  expect(pictureInfo(bytes)).toEqual({ width: 540, height: 960, mime: 'image/png' })
  expect(Buffer.from(defaultPoster(upright).bytes).equals(bytes)).toBe(true)
})

it.each([{ mime: 'video/mp4', width: 16_000, height: 2 }, { mime: 'audio/mpeg', width: 0, height: 0 }] as const)('draws one for $mime of $width by $height', (header) => {
  expect(Math.min(pictureInfo(defaultPoster(header).bytes).height, defaultPoster(header).width)).toBeGreaterThan(0)
})
