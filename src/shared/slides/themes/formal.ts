import { darkRoles, lightRoles } from '../colour-roles'
import type { Structure, Theme } from '../theme'

const DEEP_RED = '9B1C24'
const OLD_GOLD = '8A6414'

/**
 * The first of the chain 方正小标宋简体 → 华文中宋 → 思源宋体 → 宋体 that comes with Office itself: a deck names one typeface, and one that is missing is replaced by whatever
 * the program likes. The preview walks the whole chain (slide-view.css).
 */
const zhongSong = { latin: 'STZhongsong', eastAsian: 'STZhongsong', kind: 'serif' } as const
const yaHei = { latin: 'Microsoft YaHei', eastAsian: 'Microsoft YaHei', kind: 'sans' } as const

const structure: Structure = {
  cover: 'band',
  section: 'band',
  titleMark: 'hairline',
  ground: 'paper',
  body: 'open',
  card: { fill: 'paper', radius: 0, line: 'neutral-3' },
  option: { fill: 'paper', line: 'neutral-3' },
  solid: { ground: 'accent-deep', text: 'paper', quiet: 'accent-tint' },
  table: 'ruled',
  quote: 'ruled',
  headingsBold: false,
  figures: 1,
}

/** 庄重 Formal, light: serif headings over a hairline, a deep band across cover and section pages, centred covers, ruled tables. */
export const formalTheme: Theme = {
  name: '庄重 Formal',
  colours: lightRoles(DEEP_RED, OLD_GOLD),
  fonts: { heading: zhongSong, body: yaHei },
  structure,
}

export const formalDarkTheme: Theme = {
  ...formalTheme,
  name: '庄重（深色） Formal dark',
  colours: darkRoles(DEEP_RED, OLD_GOLD),
  structure: { ...structure, solid: { ground: 'accent-tint', text: 'ink', quiet: 'accent-deep' } },
}
