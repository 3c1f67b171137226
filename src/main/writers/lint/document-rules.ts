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

/** Tables without tables in their cells: each row fills the grid, spans counted. */
const tableRules = (name: string, xml: string): string[] =>
  wholeElements(xml, 'w:tbl').flatMap((table) => {
    const columns = startTags(table, 'w:gridCol').length
    return wholeElements(table, 'w:tr').flatMap((row) => {
      const width = wholeElements(row, 'w:tc').reduce((sum, cell) => sum + Number(attribute(startTags(cell, 'w:gridSpan')[0] ?? '', 'w:val') ?? 1), 0)
      return width === columns ? [] : [`${name}: a table row of ${width} cells in ${columns} columns`]
    })
  })
