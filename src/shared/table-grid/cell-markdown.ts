import { toString } from 'mdast-util-to-string'
import { escapeText } from '../markdown/escape-text'
import { parseFlow } from '../markdown/flow'

/**
 * Plain text as the inline Markdown of a cell that reads as that text. Only a text that would read otherwise is escaped, so that what a
 * spreadsheet holds looks in the grid as it did there.
 */
export const cellMarkdown = (text: string): string => {
  const cell = text.replace(/\s+/g, ' ').trim()
  return /[\\`*_[<&]/.test(cell) && toString(parseFlow(cell)) !== cell ? escapeText(cell) : cell
}
