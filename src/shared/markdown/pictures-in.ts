import type { Block, PictureContent, Talk } from '../model/block'

/** The picture that a block shows; null without one. */
export const pictureIn = ({ content }: Block): PictureContent | null => (content.kind === 'picture' || content.kind === 'points' ? content.picture : null)

/** Every picture of a talk with the line that names it. Whether it exists is for the caller to see: only a door knows files. */
export const picturesIn = (talk: Talk): readonly { readonly src: string; readonly line: number }[] =>
  talk.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      const picture = pictureIn(block)
      return picture === null ? [] : [{ src: picture.src, line: picture.line ?? block.span.line }]
    }),
  )
