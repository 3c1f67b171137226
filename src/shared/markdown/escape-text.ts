/**
 * Plain text → inline Markdown that reads as that text (CommonMark §2.4). Only what would be read as a mark is escaped: a Chinese sentence and a
 * file_name stay as they are.
 */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&')

/** The same at the start of a line, where a block could begin: lists, quotations, headings, rules, tables and fences. */
export const escapeLine = (text: string): string =>
  escapeText(text)
    .replace(/^(\s*)([-+>#|~=]|:{3})/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
