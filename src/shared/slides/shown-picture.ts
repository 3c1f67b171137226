import type { PictureInfo } from '../contract/talks'
import type { PictureContent } from '../model/block'

/**
 * What is shown of a picture: of a film or a sound the picture that its writer chose to stand for it, else the one that was drawn.
 * @param lookup null for an address that names nothing
 */
export const shownPicture = ({ src, poster }: Pick<PictureContent, 'src' | 'poster'>, lookup: (src: string) => PictureInfo | null): PictureInfo | null => {
  const found = lookup(src)
  const chosen = found?.media === undefined || poster === undefined ? null : lookup(poster.src)
  return found?.media === undefined || chosen === null || chosen.media !== undefined ? found : { ...chosen, media: found.media }
}
