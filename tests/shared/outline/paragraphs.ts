import type { RawParagraph } from '../../../src/shared/outline/raw-paragraph'
import { readOutline } from '../../../src/shared/outline/read-outline'

/** Plain paragraphs, one a line, as a text file gives them. */
export const lines = (text: string): RawParagraph[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, number: '', kind: 'body', styled: 0 }))

/** A heading as a word processor or Markdown marks it. */
export const styled = (level: number, text: string, number = ''): RawParagraph => ({ text, number, kind: 'body', styled: level })

/** The outline as a person would jot it down: `1 一、 总体要求`. */
export const outlineOf = (paragraphs: readonly RawParagraph[]): string[] => readOutline(paragraphs).outline.map(({ level, number, title }) => [level, number, title].filter((part) => part !== '').join(' '))
