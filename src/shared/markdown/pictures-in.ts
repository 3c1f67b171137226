import type { Block, PictureContent, Talk } from '../model/block'

/** The picture that a block shows; null without one. */
export const pictureIn = ({ content }: Block): PictureContent | null => (content.kind === 'picture' || content.kind === 'points' ? content.picture : null)

/** Every picture, film and sound of a talk, and the pictures chosen to stand for them, with the line that names it. Whether it exists is for the caller to see: only a door knows files. */
export const picturesIn = (talk: Talk): readonly { readonly src: string; readonly line: number }[] =>
  talk.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      const picture = pictureIn(block)
      if (picture === null) return []
      const first = block.span.line
      const line = first + (picture.line ?? 0)
      return [{ src: picture.src, line }, ...(picture.poster === undefined ? [] : [{ src: picture.poster.src, line: picture.poster.line === undefined ? line : first + picture.poster.line }])]
    }),
  )
