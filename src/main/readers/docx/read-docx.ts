import type { Outcome } from '../../../shared/outcome'
import { gfmTablePieces } from '../../../shared/outline/gfm-table'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { ZipArchive } from '../../zip/read-zip'
import type { PictureCollector } from '../picture-collector'
import { tooLarge } from '../refusals'
import { noFindings, warningsOf } from './findings'
import { readNumbering, type NumberedParagraph } from './numbering'
import { openPackage } from './package'
import { ParagraphReader } from './paragraph-text'
import { outlineLevelOf, readStyles, type StyleMeaning } from './styles'
import { cellsOf, isFrame, rowsOf, tableRows } from './tables'
import { childOf, childrenOf, isElement, parseXml, valueOf, wholeNumber, type XmlElement } from '../ooxml/xml'

/** No book has as many; a file that does is built to exhaust the reader. */
const MOST_PARAGRAPHS = 100_000

/** What holds blocks without being one itself. */
const transparent = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'mc:Choice', 'w:tc'])

const isTocGallery = (sdt: XmlElement): boolean => {
  const part = childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj')
  return valueOf(part, 'w:docPartGallery') === 'Table of Contents'
}

/**
 * Reads a WordprocessingML package: every paragraph in reading order with its computed number, its level in the outline and its place in tables, text boxes and notes.
 * @param pictures takes the pictures out.
 * @throws LecternError for damaged packages.
 */
export const readDocx = (archive: ZipArchive, pictures: PictureCollector): Outcome<readonly RawParagraph[]> => {
  const source = openPackage(archive)
  const styles = readStyles(source.part('styles'))
  const numbering = readNumbering(source.part('numbering'), (style) => styles.numberingOf(style))
  const noteParts = new Map(
    (['footnotes', 'endnotes'] as const).map((kind) => [kind, new Map(childrenOf(source.part(kind), kind === 'footnotes' ? 'w:footnote' : 'w:endnote').map((note) => [note.attributes.get('w:id') ?? '', note]))]),
  )
  const comments = childrenOf(source.part('comments'), 'w:comment').length
  const findings = noFindings()
  const reader = new ParagraphReader(findings)
  let notesSoFar = 0
  /** A drop cap is a paragraph of its own (`w:framePr`, §17.3.1.11) that begins the next one. */
  let dropCap = ''

  const numberOf = (properties: XmlElement | undefined, style: StyleMeaning, styleId: string | undefined): NumberedParagraph | null => {
    const own = childOf(properties, 'w:numPr')
    const instance = valueOf(own, 'w:numId') ?? style.instance
    if (instance === undefined || instance === '0') return null
    const level = wholeNumber(valueOf(own, 'w:ilvl')) ?? (styleId === undefined ? undefined : numbering.levelOfStyle(instance, styleId)) ?? style.level ?? 0
    return numbering.next(instance, level)
  }

  const readParagraph = (element: XmlElement, inToc: boolean): RawParagraph[] => {
    const properties = childOf(element, 'w:pPr')
    const styleId = valueOf(properties, 'w:pStyle')
    const style = styles.meaningOf(styleId)
    const { lines: own, toc, boxes, pictures: shown, notes } = reader.read(element)
    const isDropCap = ['drop', 'margin'].includes(childOf(properties, 'w:framePr')?.attributes.get('w:dropCap') ?? '')
    if (isDropCap && own.length === 1 && boxes.length === 0 && shown.length === 0) {
      dropCap += own[0]
      return []
    }
    const lines = dropCap === '' || own.length === 0 ? own : [`${dropCap}${own[0]}`, ...own.slice(1)]
    if (own.length > 0) dropCap = ''
    const isToc = inToc || style.toc || toc
    const styled = isToc ? 0 : (outlineLevelOf(properties) ?? style.heading)
    // Word shows a number in an empty paragraph only as a stray mark, but it counts on.
    const numbered = numberOf(properties, style, styleId)
    const joined = styled > 0 || style.title ? [lines.join(' ')].filter((line) => line !== '') : lines
    const kind = isToc ? 'toc' : numbered === null || numbered.label === '' ? 'body' : 'list'
    const out = joined.map(
      (text, at): RawParagraph => ({ text, number: at === 0 ? (numbered?.label ?? '') : '', kind: at === 0 || isToc ? kind : 'body', styled: at === 0 ? styled : 0, title: style.title && at === 0, depth: numbered?.level ?? 0 }),
    )
    for (const { relationship, alt } of shown) {
      const picture = pictures.add(relationship === undefined ? undefined : source.picture(relationship), alt)
      if (picture !== null) out.push(picture)
    }
    for (const box of boxes) out.push(...readBlocks(box, isToc))
    for (const { kind: part, id } of notes) {
      const note = noteParts.get(part)?.get(id)
      if (note === undefined) continue
      notesSoFar += 1
      const text = childrenOf(note, 'w:p')
        .flatMap((paragraph) => reader.read(paragraph).lines)
        .join(' ')
      if (text !== '') out.push({ text, number: `[${notesSoFar}]`, kind: 'note', styled: 0 })
    }
    return out
  }

  const readFrame = (table: XmlElement, inToc: boolean): RawParagraph[] => rowsOf(table).flatMap((row) => cellsOf(row).flatMap((cell) => readBlocks(cell, inToc)))

  const readTable = (table: XmlElement, inToc: boolean): RawParagraph[] => {
    if (isFrame(table)) return readFrame(table, inToc)
    // Every cell is read once: numbers and fields count on while reading.
    const cells = new Map<XmlElement, RawParagraph[]>()
    const rows = tableRows(table, (cell) => {
      const inside = readBlocks(cell, inToc)
      cells.set(cell, inside)
      return inside.flatMap(({ kind, number, text }) => (kind === 'note' || kind === 'picture' ? [] : [number === '•' ? text : `${number}${text}`])).join(' ')
    })
    const inside = [...cells.values()].flat()
    if (rows === null) return inside
    const kind = inToc || (inside.length > 0 && inside.every((paragraph) => paragraph.kind === 'toc')) ? 'toc' : 'table'
    return [...gfmTablePieces(rows).map((text): RawParagraph => ({ text, number: '', kind, styled: 0 })), ...inside.filter(({ kind: own }) => own === 'picture' || own === 'note')]
  }

  const readBlock = (element: XmlElement, inToc: boolean): RawParagraph[] => {
    if (element.name === 'w:p') return readParagraph(element, inToc)
    if (element.name === 'w:tbl') return readTable(element, inToc)
    if (element.name === 'w:altChunk') findings.objects += 1
    if (element.name === 'mc:AlternateContent') {
      const branch = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
      return branch === undefined ? [] : readBlocks(branch, inToc)
    }
    return transparent.has(element.name) ? readBlocks(element, inToc || isTocGallery(element)) : []
  }
  const readBlocks = (parent: XmlElement, inToc: boolean): RawParagraph[] => parent.children.filter(isElement).flatMap((child) => readBlock(child, inToc))

  const paragraphs: RawParagraph[] = []
  parseXml(source.main, {
    inside: 'w:body',
    to: (block) => {
      for (const paragraph of readBlock(block, false)) paragraphs.push(paragraph)
      if (paragraphs.length > MOST_PARAGRAPHS) throw tooLarge()
    },
  })
  return { value: paragraphs, warnings: [...source.warnings, ...warningsOf(findings, { comments, externalTargets: source.externalTargets, hasMacros: source.hasMacros })] }
}
