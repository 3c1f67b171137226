import { isFilm } from '../../../shared/model/media'
import type { Engine } from '../../app/engine'
import { firstFrame } from './first-frame'

/** What a picture's file dialog offers: pictures alone, or films and sounds too. */
export const pictureTypes = 'image/png,image/jpeg'
export const shownTypes = `${pictureTypes},video/mp4,video/quicktime,audio/mp4,audio/mpeg,audio/wav,.m4v,.m4a`

/** Addresses in a talk; `poster` is that of a film's first frame, null for everything else. */
export type AddedPicture = { readonly src: string; readonly poster: string | null }

/**
 * Keeps a picture, a film or a sound in the library, a film with its first frame.
 * @throws whatever the engine says of a file that is none of them
 */
export async function addPicture(engine: Engine, file: File): Promise<AddedPicture> {
  const { hash, media } = await engine.assets.addPicture({ fileName: file.name, content: file })
  if (media === undefined) return { src: `asset:${hash}`, poster: null }
  const frame = isFilm(media.mime) ? await firstFrame(file) : null
  const poster = frame === null ? null : await engine.assets.addPicture({ fileName: 'poster.jpg', content: new File([frame], 'poster.jpg', { type: frame.type }) })
  return { src: `asset:${media.hash}`, poster: poster === null ? null : `asset:${poster.hash}` }
}
