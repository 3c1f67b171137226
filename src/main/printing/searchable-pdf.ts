import { deflateSync, inflateSync } from 'node:zlib'
import { readPdfObjects, writePdfObjects } from './pdf-objects'
import { unifiedIdeograph } from './unified-ideograph'

/** Mappings that a block of a CMap may hold (Adobe Technical Note 5014 §6.2). */
const BLOCK = 100

type Mapping = { readonly code: number; readonly text: string }

/**
 * The PDF with every Han character as the one that is written. Chromium takes the text of a glyph back from its typeface, and where a typeface
 * draws a radical and an ideograph alike it gives the radical: the page looks right, but nobody finds or copies a word of it.
 * A file that is put together in a way we do not know is returned as it is.
 */
export function searchablePdf(pdf: Uint8Array): Uint8Array {
  const read = readPdfObjects(pdf)
  if (read === null) return pdf
  const objects = read.objects.map((object) => withoutRadicals(object) ?? object)
  return objects.every((object, index) => object === read.objects[index]) ? pdf : writePdfObjects({ ...read, objects })
}

const STREAM = /^(\d+ 0 obj\n<<\/Filter \/FlateDecode\n\/Length )(\d+)(>> stream\n)/

/** @returns null for what is no CMap with radicals in it */
function withoutRadicals(object: Buffer): Buffer | null {
  const [start, head, length, tail] = STREAM.exec(object.subarray(0, 96).toString('latin1')) ?? []
  if (start === undefined) return null
  const compressed = object.subarray(start.length, start.length + Number(length))
  const after = object.subarray(start.length + Number(length))
  const cmap = inflateSync(compressed).toString('latin1')
  if (!cmap.startsWith('/CIDInit')) return null
  const corrected = correctedCMap(cmap)
  if (corrected === cmap) return null
  const stream = deflateSync(Buffer.from(corrected, 'latin1'))
  return Buffer.concat([Buffer.from(`${head}${stream.byteLength}${tail}`, 'latin1'), stream, after])
}

/** Only blocks that name a radical are written anew. */
const correctedCMap = (cmap: string): string =>
  cmap.replace(/\d+ beginbf(char|range)\n([^]*?)endbf\1\n/g, (block, kind: string, body: string) => {
    const mappings = kind === 'char' ? charsIn(body) : rangesIn(body)
    return mappings.some(({ text }) => unifiedIdeograph(text) !== text) ? written(mappings, /^<([0-9A-F]+)>/.exec(body)?.[1]?.length ?? 4) : block
  })

const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

const charsIn = (body: string): Mapping[] => [...body.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>\n/g)].map(([, code = '', hex = '']) => ({ code: parseInt(code, 16), text: textOf(hex) }))

/** A range maps its first code to the text, each further one to the next character. */
const rangesIn = (body: string): Mapping[] =>
  [...body.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>\n/g)].flatMap(([, first = '', last = '', hex = '']) => {
    const from = parseInt(first, 16)
    const text = textOf(hex).codePointAt(0) ?? 0
    return Array.from({ length: parseInt(last, 16) - from + 1 }, (_, index) => ({ code: from + index, text: String.fromCodePoint(text + index) }))
  })

/** @param digits in the hexadecimal of a code: the typeface's codes are of one length */
function written(mappings: readonly Mapping[], digits: number): string {
  const blocks = Array.from({ length: Math.ceil(mappings.length / BLOCK) }, (_, index) => mappings.slice(index * BLOCK, (index + 1) * BLOCK))
  const line = ({ code, text }: Mapping): string => `<${code.toString(16).toUpperCase().padStart(digits, '0')}> <${hexOf(unifiedIdeograph(text))}>\n`
  return blocks.map((block) => `${block.length} beginbfchar\n${block.map(line).join('')}endbfchar\n`).join('')
}
