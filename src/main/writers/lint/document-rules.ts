import type { PackageText } from './package-rules'
import { attribute, repeated, startTags, wholeElements } from './scan-xml'

const STORY = /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/

/** What Word repairs or shows wrongly although the schema allows it, and what a screen reader needs (WordprocessingML, ECMA-376-1 §17). */
export const documentRules = (pack: PackageText): string[] => {
  const stories = [...pack.xml].filter(([name]) => STORY.test(name))
  const tags = (element: string): string[] => stories.flatMap(([, xml]) => startTags(xml, element))
  const values = (element: string, name: string): string[] => tags(element).map((tag) => attribute(tag, name) ?? '')
  const starts = values('w:bookmarkStart', 'w:id')
  const ends = values('w:bookmarkEnd', 'w:id')
  const bookmarks = values('w:bookmarkStart', 'w:name')
  const anchors = [
    ...tags('w:hyperlink').map((tag) => attribute(tag, 'w:anchor')),
    ...stories.flatMap(([, xml]) => [...xml.matchAll(/<w:instrText[^>]*>\s*PAGEREF\s+(\S+)/g)].map((match) => match[1])),
  ].filter((anchor) => anchor !== undefined)
  const missing = new Set(anchors.filter((anchor) => !bookmarks.includes(anchor)))
  return [
    ...repeated(starts).map((id) => `bookmark id ${id} twice`),
    ...repeated(bookmarks).map((name) => `bookmark ${name} twice`),
    ...starts.filter((id) => !ends.includes(id)).map((id) => `bookmark ${id} does not end`),
    ...[...missing].map((anchor) => `a reference to bookmark ${anchor}, which is not there`),
    ...repeated(values('wp:docPr', 'id')).map((id) => `drawing id ${id} twice`),
    ...(values('wp:docPr', 'descr').some((alt) => alt.trim() === '') ? ['a drawing without alternative text'] : []),
    ...noteRules(pack, 'footnote'),
    ...noteRules(pack, 'endnote'),
    ...styleRules(pack, stories),
    ...stories.flatMap(([name, xml]) => tableRules(name, xml)),
  ]
}

const noteRules = (pack: PackageText, kind: 'footnote' | 'endnote'): string[] => {
  const notes = startTags(pack.xml.get(`word/${kind}s.xml`) ?? '', `w:${kind}`).map((tag) => attribute(tag, 'w:id') ?? '')
  const references = startTags(pack.xml.get('word/document.xml') ?? '', `w:${kind}Reference`).map((tag) => attribute(tag, 'w:id') ?? '')
  return [
    ...references.filter((id) => !notes.includes(id)).map((id) => `${kind} ${id} is not there`),
    ...repeated(notes).map((id) => `${kind} ${id} twice`),
  ]
}

/** A style that is not defined is shown as plain text, without a word. */
const styleRules = (pack: PackageText, stories: readonly (readonly [string, string])[]): string[] => {
  const styles = pack.xml.get('word/styles.xml')
  const defined = new Set(startTags(styles ?? '', 'w:style').map((tag) => attribute(tag, 'w:styleId') ?? ''))
  const used = new Set(stories.flatMap(([, xml]) => startTags(xml, 'w:(?:pStyle|rStyle|tblStyle)').map((tag) => attribute(tag, 'w:val') ?? '')))
  return [...used].filter((style) => !defined.has(style)).map((style) => `style ${style} is not defined`)
}

const TABLE = /<w:tbl(?=[\s>])(?:(?!<w:tbl(?=[\s>]))[\s\S])*?<\/w:tbl>/g
/** What stands in place of a table in a cell once that table has been looked at. */
const TABLE_SEEN = '<w:tblSeen/>'

/** Tables, those in cells first. */
const tableRules = (name: string, xml: string): string[] => {
  const faults: string[] = []
  let rest = xml
  for (let innermost = rest.match(TABLE); innermost !== null; innermost = rest.match(TABLE)) {
    faults.push(...innermost.flatMap((table) => faultsOfTable(name, table)))
    rest = rest.replace(TABLE, TABLE_SEEN)
  }
  return faults
}

/** Each row fills the grid, spans counted; Word calls a cell that ends with a table damaged. */
const faultsOfTable = (name: string, table: string): string[] => {
  const columns = startTags(table, 'w:gridCol').length
  return wholeElements(table, 'w:tr').flatMap((row) => {
    const cells = wholeElements(row, 'w:tc')
    const width = cells.reduce((sum, cell) => sum + Number(attribute(startTags(cell, 'w:gridSpan')[0] ?? '', 'w:val') ?? 1), 0)
    return [
      ...(width === columns ? [] : [`${name}: a table row of ${width} cells in ${columns} columns`]),
      ...(cells.some((cell) => cell.endsWith(`${TABLE_SEEN}</w:tc>`)) ? [`${name}: a cell that ends with a table`] : []),
    ]
  })
}
