import { el, type Xml } from '../xml'
import { PAPER } from './page-measures'
import type { Preset } from './presets'
import { twips, twipsOfMillimetres } from './word-units'

/** Millimetres from the edge of the page to its head. */
const HEADER = 11

/** A head or a foot of a section's pages, by its relationship. */
export type Running = { readonly kind: 'header' | 'footer'; readonly on: 'default' | 'even' | 'first'; readonly relationship: string }

/** Page and grid of a section (ECMA-376-1 §17.6.17); order of the children as CT_SectPr has it. @param from the number of its first page, where it counts anew */
export const sectionProperties = ({ margins, grid }: Preset, { running = [], from, titlePage = false }: { readonly running?: readonly Running[]; readonly from?: number; readonly titlePage?: boolean } = {}): Xml =>
  el(
    'w:sectPr',
    {},
    running.map(({ kind, on, relationship }) => el(`w:${kind}Reference`, { 'w:type': on, 'r:id': relationship })),
    el('w:type', { 'w:val': 'nextPage' }),
    el('w:pgSz', { 'w:w': twipsOfMillimetres(PAPER.width), 'w:h': twipsOfMillimetres(PAPER.height) }),
    el('w:pgMar', {
      'w:top': twipsOfMillimetres(margins.top),
      'w:right': twipsOfMillimetres(margins.right),
      'w:bottom': twipsOfMillimetres(margins.bottom),
      'w:left': twipsOfMillimetres(margins.left),
      'w:header': twipsOfMillimetres(HEADER),
      'w:footer': twipsOfMillimetres(margins.footer),
      'w:gutter': 0,
    }),
    from === undefined ? null : el('w:pgNumType', { 'w:start': from }),
    titlePage ? el('w:titlePg') : null,
    // `lines`, never `linesAndChars`: the latter collapses in LibreOffice (exports.md, "DOCX").
    grid === null ? null : el('w:docGrid', { 'w:type': 'lines', 'w:linePitch': twips(grid) }),
  )

/** As low as a paragraph gets: behind contents that fill a page, one as high as a line of body type would open an empty one. */
export const FLAT = el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' })

/** The paragraph that ends a section before the last. */
export const sectionEnd = (properties: Xml): Xml => el('w:p', {}, el('w:pPr', {}, FLAT, properties))
