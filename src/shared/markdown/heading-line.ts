import { escapeText } from './escape-text'

/** An ATX heading; a run of `#` at its end would be taken for its closing sequence (CommonMark §4.2). */
export const headingLine = (level: 1 | 2, title: string): string => `${'#'.repeat(level)} ${escapeText(title.replace(/\s+/g, ' ').trim()).replace(/(^|[ \t])(#+)$/, '$1\\$2')}`.trimEnd()
