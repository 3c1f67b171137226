/** `(D:YYYYMMDDHHmmSS` and its offset (ISO 32000-2 §7.9.4), as Chromium writes both of a document's dates. */
const DATE = /(?<=\/(?:CreationDate|ModDate) ?\(D:)\d{14}[+-]\d\d'\d\d(?='?\))/g
/** What Chromium calls the cells that others refer to as their heads: numbers of the browser's own, which count on through its life. */
const NODE = /(?<=\(node)\d{8}(?=\))/g

/**
 * The PDF with its dates set to `made` and its names of cells numbered from 1, so that the same talk gives the same file on any day. Everything
 * keeps its length: the table of offsets at the file's end stays right.
 */
export function steadyPdf(pdf: Uint8Array, made: Date): Uint8Array {
  const moment = `${made.toISOString().slice(0, 19).replaceAll(/\D/g, '')}+00'00`
  const names = new Map<string, string>()
  const numbered = (node: string): string => {
    const name = names.get(node) ?? String(names.size + 1).padStart(node.length, '0')
    names.set(node, name)
    return name
  }
  // One byte a character: an offset in the text is one in the file.
  const text = Buffer.from(pdf).toString('latin1').replace(DATE, moment).replace(NODE, numbered)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
