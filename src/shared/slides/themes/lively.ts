import { darkRoles, lightRoles } from '../colour-roles'
import type { Structure, Theme } from '../theme'

const FRESH_TEAL = '0B7A6B'
const CORAL = 'C8452B'
const yaHei = { latin: 'Microsoft YaHei', eastAsian: 'Microsoft YaHei', kind: 'sans' } as const

const structure: Structure = {
  cover: 'card',
  section: 'two-tone',
  titleMark: 'disc',
  ground: 'accent-tint',
  body: 'card',
  card: { fill: 'paper', radius: 12, line: null },
  option: { fill: 'paper', line: 'neutral-2' },
  solid: { ground: 'accent-deep', text: 'paper', quiet: 'accent-tint' },
  table: 'filled',
  quote: 'plain',
  headingsBold: true,
  figures: 1.25,
}

/** 活力 Lively, light: tinted page, white rounded cards, larger figures, section pages in two colours. */
export const livelyTheme: Theme = {
  name: '活力 Lively',
  colours: lightRoles(FRESH_TEAL, CORAL),
  fonts: { heading: yaHei, body: yaHei },
  structure,
}

/** Lively for dark halls: cards are a step lighter than the page, as they are in the light. */
export const livelyDarkTheme: Theme = {
  ...livelyTheme,
  name: '活力（深色） Lively dark',
  colours: darkRoles(FRESH_TEAL, CORAL),
  structure: { ...structure, ground: 'paper', card: { ...structure.card, fill: 'accent-tint' }, option: { fill: 'accent-tint', line: 'neutral-2' }, solid: { ground: 'accent-tint', text: 'ink', quiet: 'accent-deep' } },
}
