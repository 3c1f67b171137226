import { picturesIn } from '../../shared/markdown/pictures-in'
import type { Talk } from '../../shared/model/block'
import type { Warning } from '../../shared/outcome'
import type { TalkPictures } from './talk-pictures'

/** A warning for every picture that a talk names and that cannot be had, with the line it is named on. */
export const missingPictures = (talk: Talk, pictures: TalkPictures): Warning[] =>
  picturesIn(talk)
    .filter(({ src }) => pictures.info(src) === null)
    .map(({ src, line }) => ({
      code: 'missing-picture',
      place: `line ${line}`,
      message: {
        'zh-CN': `找不到图片“${src}”，或者它不是 PNG 或 JPEG。请把图片放到讲稿所在的文件夹，或改正地址。`,
        en: `The picture “${src}” is missing, or is neither PNG nor JPEG. Put it beside the talk, or mend its address.`,
      },
    }))
