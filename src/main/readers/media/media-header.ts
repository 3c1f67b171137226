/** What a film or a sound is by its bytes, whatever its name says. */
import type { MediaMime } from '../../../shared/model/media'
import { LARGEST_MEDIUM } from '../../../shared/model/media'
import { LecternError } from '../../../shared/outcome'
import { movieOf } from './movie'

/** `width` and `height` are pixels as seen; a sound has none. */
export type MediaHeader = { readonly mime: MediaMime; readonly width: number; readonly height: number }

const sound = (mime: MediaMime): MediaHeader => ({ mime, width: 0, height: 0 })

const notPlayable = () =>
  new LecternError('media-not-playable', {
    'zh-CN': 'PowerPoint 放不了这个文件。请转成 MP4（H.264）视频，或 M4A、MP3、WAV 音频。',
    en: 'PowerPoint cannot play this file. Convert it to MP4 (H.264) for films, or to M4A, MP3 or WAV for sounds.',
  })

const tooLarge = () =>
  new LecternError('medium-too-large', {
    'zh-CN': `这个影音文件超过 ${LARGEST_MEDIUM / 2 ** 20} MB，放进幻灯片会难以拷贝和打开。请剪短，或用低一些的清晰度重新保存。`,
    en: `This film or sound is larger than ${LARGEST_MEDIUM / 2 ** 20} MB; slides that hold it would be hard to copy and to open. Shorten it, or save it at a lower quality.`,
  })

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

/** A frame header of MPEG audio, layer III, of any version but the reserved one (ISO/IEC 11172-3, 2.4.1.3). */
const isMp3Frame = (bytes: Uint8Array, at: number): boolean => {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3)
  return sync === 0xff && (kind & 0xe0) === 0xe0 && (kind & 0x18) !== 0x08 && (kind & 0x06) === 0x02 && rates >> 4 !== 15 && (rates & 0x0c) !== 0x0c
}

/** ID3v2 states its length in four bytes of seven bits (id3v2.4.0-structure, 6.2); the sound begins behind it. */
const isMp3 = (bytes: Uint8Array): boolean => {
  if (ascii(bytes, 0, 3) !== 'ID3') return isMp3Frame(bytes, 0)
  const length = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
  const start = 10 + length
  // Writers leave a few bytes of padding beyond what they state.
  for (let at = start; at < Math.min(bytes.byteLength, start + 4096); at += 1) if (isMp3Frame(bytes, at)) return true
  return false
}

/** First bytes of what people call a video or a sound and PowerPoint does not play everywhere: Matroska and WebM, Windows Media, Ogg, FLAC, Flash. */
const foreign = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  const start = ascii(bytes, 0, 4)
  return (first === 0x1a && second === 0x45 && third === 0xdf && fourth === 0xa3) || (first === 0x30 && second === 0x26 && third === 0xb2 && fourth === 0x75) || ['OggS', 'fLaC', 'FLV\u0001'].includes(start) || (start === 'RIFF' && ascii(bytes, 8, 12) === 'AVI ')
}

/**
 * @returns null for what is neither film nor sound.
 * @throws LecternError `media-not-playable` for one that PowerPoint does not play, `medium-too-large`.
 */
export const mediaHeader = (bytes: Uint8Array): MediaHeader | null => {
  const header = headerOf(bytes)
  if (header !== null && bytes.byteLength > LARGEST_MEDIUM) throw tooLarge()
  return header
}

const headerOf = (bytes: Uint8Array): MediaHeader | null => {
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const movie = movieOf(bytes)
    if (movie === null) throw notPlayable()
    const isQuickTime = ascii(bytes, 8, 12) === 'qt  '
    return movie.film === null ? sound('audio/mp4') : { mime: isQuickTime ? 'video/quicktime' : 'video/mp4', ...movie.film }
  }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WAVE') return sound('audio/wav')
  if (foreign(bytes)) throw notPlayable()
  return isMp3(bytes) ? sound('audio/mpeg') : null
}
