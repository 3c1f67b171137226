import { picturesIn } from '../../shared/markdown/pictures-in'
import type { Talk } from '../../shared/model/block'
import { LARGEST_MEDIUM } from '../../shared/model/media'
import type { Warning } from '../../shared/outcome'
import type { TalkPictures } from './talk-pictures'

/** Names that people give to films and sounds, playable or not. */
const isMedium = /\.(?:mp4|m4v|mov|avi|wmv|mkv|webm|flv|mpe?g|m4a|mp3|wav|wma|ogg|flac|aac)$/i

/** A warning for every picture, film or sound that a talk names and that cannot be had, with the line it is named on. */
export const missingPictures = (talk: Talk, pictures: TalkPictures): Warning[] =>
  picturesIn(talk)
    .filter(({ src }) => pictures.info(src) === null)
    .map(({ src, line }) => ({
      code: 'missing-picture',
      place: `line ${line}`,
      message: {
        'zh-CN': isMedium.test(src)
          ? `找不到影音文件“${src}”，或者放不了它：可用 MP4（H.264）、M4A、MP3、WAV，每个不超过 ${LARGEST_MEDIUM / 2 ** 20} MB。请把它放到讲稿所在的文件夹，或转换格式。`
          : `找不到图片“${src}”，或者它不是 PNG 或 JPEG。请把图片放到讲稿所在的文件夹，或改正地址。`,
        en: isMedium.test(src)
          ? `The film or sound “${src}” is missing or cannot be played: MP4 (H.264), M4A, MP3 and WAV can, up to ${LARGEST_MEDIUM / 2 ** 20} MB each. Put it beside the talk, or convert it.`
          : `The picture “${src}” is missing, or is neither PNG nor JPEG. Put it beside the talk, or mend its address.`,
      },
    }))
