import type { Outcome } from '../../shared/outcome'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { decodeText } from './text-encoding'

const encodingNames = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB18030' } as const

/** A text file: every line that is not blank is a paragraph, as such files are written in Chinese offices (no hard wrapping). */
export const readText = (bytes: Uint8Array): Outcome<readonly RawParagraph[]> => {
  const { text, encoding } = decodeText(bytes)
  const value = text
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replaceAll(/^[\s\uFEFF]+|\s+$/g, ''))
    .filter((line) => line !== '')
    .map((line): RawParagraph => ({ text: line, number: '', kind: 'body', styled: 0 }))
  const warnings =
    encoding === 'gb18030'
      ? [{ code: 'encoding-guessed', place: '', message: { 'zh-CN': `文件没有注明编码，已按 ${encodingNames[encoding]} 读取。如有乱码，请另存为 UTF-8 后再导入。`, en: `The file does not state its encoding and was read as ${encodingNames[encoding]}. If the text looks wrong, save it as UTF-8 and import it again.` } }]
      : []
  return { value, warnings }
}
