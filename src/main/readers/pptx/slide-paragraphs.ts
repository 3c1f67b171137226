import { gfmTablePieces } from '../../../shared/outline/gfm-table'
import { escapeMarkdown } from '../../../shared/outline/material-body'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { SlideItem } from './slide-reader'

/**
 * What stands on a slide as paragraphs of a document. None of them is a heading, whatever it begins with; the data of a chart is a table with the chart's
 * title in its first cell.
 */
export const slideParagraphs = (items: readonly SlideItem[], page: number): readonly RawParagraph[] =>
  items.flatMap((item): readonly RawParagraph[] => {
    switch (item.kind) {
      case 'picture':
        return [item.picture]
      case 'text': {
        const { text, depth, marker, number } = item
        return [{ text, number: marker === 'bullet' ? '•' : number, kind: marker === 'none' ? 'body' : 'list', styled: 0, depth, markdown: escapeMarkdown(text), neverHeading: true, page }]
      }
      case 'table':
        return tables(item.rows, page)
      case 'chart': {
        const [header = [], ...body] = item.rows
        return tables([[item.caption, ...header.slice(1)], ...body], page)
      }
    }
  })

const tables = (rows: readonly (readonly string[])[], page: number): readonly RawParagraph[] =>
  gfmTablePieces(rows).map((text) => ({ text, number: '', kind: 'table', styled: 0, neverHeading: true, page }))
