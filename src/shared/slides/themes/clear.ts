import { darkRoles, lightRoles } from '../colour-roles'
import type { Structure, Theme } from '../theme'

const CLEAR_BLUE = '1C5FB8'
const WARM_ORANGE = 'C2571A'
const yaHei = { latin: 'Microsoft YaHei', eastAsian: 'Microsoft YaHei', kind: 'sans' } as const

const structure: Structure = {
  cover: 'panel',
  section: 'numeral',
  titleMark: 'rule',
  ground: 'paper',
  body: 'open',
  card: { fill: 'accent-tint', radius: 0, line: null },
  option: { fill: 'paper', line: 'neutral-2' },
  solid: { ground: 'accent-deep', text: 'paper', quiet: 'accent-tint' },
  table: 'tinted',
  quote: 'tinted',
  headingsBold: true,
  figures: 1,
}

/** 清朗 Clear, light: white page, wide left margin, one accent rule beside the title, section pages almost empty with a huge numeral. */
export const clearTheme: Theme = {
  name: '清朗 Clear',
  colours: lightRoles(CLEAR_BLUE, WARM_ORANGE),
  fonts: { heading: yaHei, body: yaHei },
  structure,
}

/** Clear for dark halls. Areas of its own colour stay darker than the words on them. */
export const clearDarkTheme: Theme = {
  ...clearTheme,
  name: '清朗（深色） Clear dark',
  colours: darkRoles(CLEAR_BLUE, WARM_ORANGE),
  structure: { ...structure, solid: { ground: 'accent-tint', text: 'ink', quiet: 'accent-deep' } },
}
