import type { PictureInfo } from '../contract/talks'
import { pictureIn, picturesIn } from '../markdown/pictures-in'
import type { Talk } from '../model/block'
import { isFilm } from '../model/media'

/** How many different films, sounds and pictures a talk shows, and their bytes together, those of the pictures that stand for films and sounds included. */
export type TalkMedia = { readonly films: number; readonly sounds: number; readonly pictures: number; readonly bytes: number }

/**
 * @param info what is known of what stands at an address; null for what is missing, which is not counted
 * @param more other pictures whose bytes go into the deck, such as a template's own; not counted, but measured
 */
export function talkMedia(talk: Talk, info: (src: string) => PictureInfo | null, more: readonly string[] = []): TalkMedia {
  const sizes = new Map<string, number>()
  for (const src of [...picturesIn(talk).map((picture) => picture.src), ...more]) {
    const known = info(src)
    if (known === null) continue
    sizes.set(known.hash, known.bytes)
    if (known.media !== undefined) sizes.set(known.media.hash, known.media.bytes)
  }
  const shown = new Map<string, 'films' | 'sounds' | 'pictures'>()
  for (const block of talk.sections.flatMap(({ blocks }) => blocks)) {
    const picture = pictureIn(block)
    const known = picture === null ? null : info(picture.src)
    if (known !== null) shown.set(known.media?.hash ?? known.hash, known.media === undefined ? 'pictures' : isFilm(known.media.mime) ? 'films' : 'sounds')
  }
  const count = (kind: 'films' | 'sounds' | 'pictures'): number => [...shown.values()].filter((one) => one === kind).length
  return { films: count('films'), sounds: count('sounds'), pictures: count('pictures'), bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) }
}

/** Bytes of a deck without its slides, and of one slide with its notes: fitted to decks of 3 and 62 slides of points; those of the example library come to 9 and 12 % more. */
const FRAME = 33_000
const SLIDE = 2_600

/** About how many bytes a deck will have. Media are stored as they are; all else is small beside them. @param media bytes */
export const deckBytes = (slides: number, media: number): number => FRAME + slides * SLIDE + media
