/** Cuts a document into the materials it offers, along its own structure. Nothing of it is lost: every paragraph with text that is neither contents list nor imprint belongs to exactly one proposal. */
import type { ProposedMaterial } from '../model/material'
import type { OutlineEntry } from '../model/source'
import { casePartsOf, headCaseParts } from './case-parts'
import { guessKind, schoolIn } from './guess-kind'
import { firstClause } from './heading-shape'
import { bodyOf } from './material-body'
import { locatorOf, parseNumber } from './numbering'
import type { OutlinedParagraph } from './raw-paragraph'
import { sectionsOf, type DocumentSection } from './section-tree'
import { cutSection } from './section-cuts'

/** A stretch of the document that becomes one material. */
type Piece = { readonly path: readonly OutlineEntry[]; readonly from: number; readonly to: number; readonly title: string; readonly body: string; readonly isCase: boolean }

/** Text before the first sub-heading that ends with a colon and is shorter than this only leads over to it (`具体安排如下：`) and goes with it. */
const LONGEST_LEAD = 30
/** Where most siblings are headings alone, one that says no more than this goes together with them. */
const LONGEST_POINT = 25
const LONGEST_CASE = 6000
const LONGEST_BODY = 200_000
const LONGEST_TITLE = 300

const nameOf = ({ number, title }: OutlineEntry): string => {
  if (number === '') return title
  const glued = /[、．.）)】\]］]$/u.test(number) && /\p{Script=Han}/u.test(`${number}${title}`)
  return title === '' ? number : glued ? `${number}${title}` : `${number} ${title}`
}

const locatorPart = (entry: OutlineEntry): string => (entry.number === '' ? entry.title.slice(0, 30) : locatorOf(entry.number))

class Proposer {
  readonly pieces: Piece[] = []

  constructor(
    private readonly paragraphs: readonly OutlinedParagraph[],
    private readonly documentTitle: string,
    private readonly root: OutlineEntry | null,
  ) {}

  private slice(from: number, to: number): OutlinedParagraph[] {
    return this.paragraphs.slice(from - 1, to).filter(({ kind, imprint }) => kind !== 'toc' && !imprint)
  }

  private textLength(from: number, to: number): number {
    return this.slice(from, to).reduce((sum, paragraph) => sum + (paragraph.kind === 'heading' ? paragraph.runIn.length : paragraph.text.length), 0)
  }

  /** Paragraphs of one section without sub-headings, cut where they are long or a table stands. */
  private addLeaf(path: readonly OutlineEntry[], from: number, to: number): void {
    const own = this.slice(from, to)
    const cuts = cutSection(own)
    const heading = path.at(-1)
    const count = { passage: cuts.filter(({ table }) => !table).length, table: cuts.filter(({ table }) => table).length }
    let passage = 0
    let tables = 0
    for (const { paragraphs, caption, table } of cuts) {
      const first = paragraphs[0]
      const last = paragraphs.at(-1)
      const body = bodyOf(paragraphs)
      if (first === undefined || last === undefined || body.trim() === '') continue
      if (table) tables += 1
      else passage += 1
      const base = heading === undefined ? '' : this.titleOf(heading, paragraphs)
      const mark = table ? (count.table > 1 ? [`表${tables}`, `table ${tables}`] : cuts.length > 1 ? ['表', 'table'] : null) : count.passage > 1 ? [String(passage), String(passage)] : null
      const title = caption !== '' ? caption : base === '' ? firstClause(table ? this.documentTitle : first.text) : mark === null ? base : /\p{Script=Han}/u.test(base) ? `${base}（${mark[0]}）` : `${base} (${mark[1]})`
      this.pieces.push({ path, from: first.index, to: last.index, title, body, isCase: false })
    }
  }

  private titleOf(heading: OutlineEntry, paragraphs: readonly OutlinedParagraph[]): string {
    if (parseNumber(`${heading.number} ${heading.title}`)?.form === 'article') return nameOf(heading)
    return heading.title || heading.number || firstClause(paragraphs[0]?.text ?? '')
  }

  /** A case told under the headings 背景, 做法, 成效, 启示 stays one material, its parts as `###`. */
  private addCase(path: readonly OutlineEntry[], section: DocumentSection): boolean {
    const titles = section.children.map(({ heading }) => heading.title)
    const parts = casePartsOf(titles)
    const flat = section.children.every(({ children }) => children.length === 0)
    if (parts === null || !flat || this.textLength(section.from, section.to) > LONGEST_CASE) return false
    const first = section.children[0]?.from ?? section.to + 1
    const lead = bodyOf(this.slice(section.from, first - 1))
    const told = section.children.map((child) => `### ${child.heading.title}\n\n${bodyOf(this.slice(child.from, child.to))}`.trim())
    this.pieces.push({ path, from: section.from, to: section.to, title: section.heading.title, body: [lead, ...told].filter((part) => part !== '').join('\n\n'), isCase: true })
    return true
  }

  /** Sub-headings with next to nothing beneath them are the points of one material. */
  private addPoints(path: readonly OutlineEntry[], section: DocumentSection): boolean {
    const tiny = ({ children, from, to }: DocumentSection) => children.length === 0 && this.textLength(from, to) <= LONGEST_POINT && !this.slice(from, to).some(({ kind }) => kind === 'table')
    const alone = section.children.filter(({ from, to }) => this.textLength(from, to) === 0)
    const article = section.children.some(({ heading }) => parseNumber(heading.number)?.form === 'article')
    if (section.children.length === 0 || article || alone.length * 2 < section.children.length || !section.children.every(tiny)) return false
    const lead = bodyOf(this.slice(section.from, (section.children[0]?.from ?? section.to + 1) - 1))
    const points = section.children.map((child) => {
      const text = bodyOf(this.slice(child.from, child.to)).replaceAll(/\s*\n+\s*(?:- )?/g, ' ')
      return `- ${nameOf(child.heading)}${text === '' ? '' : `：${text}`}`
    })
    const body = [lead, points.join('\n')].filter((part) => part !== '').join('\n\n')
    this.pieces.push({ path, from: section.from, to: section.to, title: this.titleOf(section.heading, []), body, isCase: false })
    return true
  }

  addSection(above: readonly OutlineEntry[], section: DocumentSection, carried: number | null): void {
    const path = [...above, section.heading]
    const from = carried ?? section.from
    const first = section.children[0]
    if (first === undefined) return this.addLeaf(path, from, section.to)
    if (carried === null && (this.addCase(path, section) || this.addPoints(path, section))) return
    const hasTable = this.slice(from, first.from - 1).some(({ kind }) => kind === 'table')
    const leadsOver = !hasTable && section.heading !== this.root && this.textLength(from, first.from - 1) < LONGEST_LEAD && /[：:]$/u.test(this.slice(from, first.from - 1).at(-1)?.text ?? '')
    if (!leadsOver) this.addLeaf(path, from, first.from - 1)
    for (const [at, child] of section.children.entries()) this.addSection(path, child, leadsOver && at === 0 ? from : null)
  }

  addOpening(to: number): void {
    const own = this.slice(1, to)
    const first = own[0]
    if (first === undefined) return
    const before = this.pieces.length
    this.addLeaf([], first.index, to)
    // What stands before the first heading is the document's own opening; named after it rather than after its first words.
    const opening = this.pieces[before]
    if (this.documentTitle !== '' && opening !== undefined && to < this.paragraphs.length) this.pieces[before] = { ...opening, title: this.documentTitle }
  }
}

/**
 * Proposes materials from a document whose outline is known.
 * @param paragraphs all of them, in order, indexed from 1.
 * @param document its title; empty when unknown.
 */
export const proposeMaterials = (paragraphs: readonly OutlinedParagraph[], outline: readonly OutlineEntry[], document: { readonly title: string }): readonly ProposedMaterial[] => {
  const sections = sectionsOf(outline, paragraphs.length)
  // A single heading above all others that names the document says nothing of where in it something stands.
  const [only, ...others] = sections
  const root = only !== undefined && others.length === 0 && only.children.length > 0 && (only.heading.number === '' || document.title === `${only.heading.number} ${only.heading.title}`) ? only.heading : null
  const proposer = new Proposer(paragraphs, document.title, root)
  proposer.addOpening((outline[0]?.paragraph ?? paragraphs.length + 1) - 1)
  for (const section of sections) proposer.addSection([], section, null)

  return proposer.pieces.map(({ path, from, to, title, body, isCase }, index): ProposedMaterial => {
    const place = path.filter((entry) => entry !== root)
    const own = paragraphs.slice(from - 1, to).filter(({ kind, imprint }) => kind !== 'toc' && !imprint)
    const text = own.filter(({ kind }) => kind === 'body' || kind === 'list')
    const kind = isCase
      ? 'case'
      : guessKind({
          path: path.map(nameOf),
          documentTitle: document.title,
          text: text.map((paragraph) => paragraph.text).join(''),
          hasOnlyTables: own.some((paragraph) => paragraph.kind === 'table') && text.length <= 1 && text.every((paragraph) => paragraph.text.length <= 40),
          hasOnlyPictures: own.some((paragraph) => paragraph.kind === 'picture') && own.every((paragraph) => paragraph.kind === 'picture' || (paragraph.kind === 'heading' && paragraph.runIn === '') || own.some(({ kind: other, text: caption }) => other === 'picture' && caption === paragraph.text)),
          isQuotation: text.length > 0 && text.every(({ text: words, markdown }) => markdown?.startsWith('>') ?? /^[“"「].*[”"」][。.]?$|^——/su.test(words)),
          isArticle: parseNumber(path.at(-1)?.number ?? '')?.form === 'article',
        })
    return {
      index,
      kind,
      title: (title.trim() || document.title || firstClause(body) || '…').slice(0, LONGEST_TITLE),
      body: (kind === 'case' && !isCase ? headCaseParts(body) : body).slice(0, LONGEST_BODY),
      tags: [],
      topics: [],
      audiences: [],
      status: 'draft',
      stage: null,
      school: kind === 'case' || kind === 'story' ? schoolIn(title) || schoolIn(path.at(-1)?.title ?? '') : '',
      path: place.map(nameOf),
      locator: place.map(locatorPart).join('/'),
      from,
      to,
    }
  })
}
