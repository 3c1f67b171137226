import { z } from 'zod'
import { LecternError } from '../outcome'
import { AudienceDefinition, FormatDefinition } from './talk-formats'

const VERSION = 1
const DefinitionFile = z.discriminatedUnion('kind', [
  z.object({ lectern: z.literal(VERSION), kind: z.literal('format'), definition: FormatDefinition }),
  z.object({ lectern: z.literal(VERSION), kind: z.literal('audience'), definition: AudienceDefinition }),
])

/** A format or an audience on its way between two people. */
export type Definition = { readonly kind: 'format'; readonly definition: FormatDefinition } | { readonly kind: 'audience'; readonly definition: AudienceDefinition }

/** The text of a file that holds one definition: JSON, UTF-8. */
export const writeDefinitionFile = ({ kind, definition }: Definition): string => `${JSON.stringify({ lectern: VERSION, kind, definition }, null, 2)}\n`

/** @throws LecternError `not-a-definition` */
export const readDefinitionFile = (text: string): Definition => {
  try {
    const { lectern: _lectern, ...definition } = DefinitionFile.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
    return definition
  } catch (error) {
    throw new LecternError('not-a-definition', { 'zh-CN': '这个文件里没有形式或对象，什么也没有改动。请选择从讲台导出的 .json 文件。', en: 'This file holds neither a format nor an audience; nothing was changed. Choose a .json file exported from Lectern.' }, { cause: error })
  }
}
