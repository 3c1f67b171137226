import { isSerif } from '../../brand/typefaces'
import type { OwnDesign } from '../../model/own-design'
import type { Template } from '../../model/template'
import type { FontFamily, Structure, Theme } from '../theme'
import { layoutFor } from './template-pages'
import { titlePlaceholder } from './map-layouts'
import { templatePalette } from './template-palette'

/** Our own cards, tables and rules on a template's pages: quiet, so that the template speaks. Covers and sections are its own. */
const structure: Omit<Structure, 'headingsBold'> = {
  cover: 'panel',
  section: 'numeral',
  titleMark: 'hairline',
  ground: 'paper',
  body: 'open',
  card: { fill: 'accent-tint', radius: 0, line: null },
  option: { fill: 'paper', line: 'neutral-2' },
  solid: { ground: 'accent-deep', text: 'paper', quiet: 'accent-tint' },
  table: 'tinted',
  quote: 'plain',
  figures: 1,
}

/** A design of the user's own as a theme: the template's colours and typefaces, its layouts as the user mapped them. */
export function templateTheme({ definition: { name, template, parts, choices } }: Pick<OwnDesign, 'definition'>): Theme {
  const design = { template, choices, parts }
  const ordinary = layoutFor(design, 'points')
  const master = template.masters[ordinary.master]!
  return {
    name: name['zh-CN'],
    colours: templatePalette(master, ordinary).colours,
    fonts: { heading: familyOf(master.fonts.heading), body: familyOf(master.fonts.body) },
    structure: { ...structure, headingsBold: titlePlaceholder(ordinary)?.bold ?? false },
    template: design,
  }
}

type Typefaces = Template['masters'][number]['fonts']['heading']

const familyOf = ({ latin, eastAsian }: Typefaces): FontFamily => ({ latin: latin || 'Arial', eastAsian: eastAsian || latin || 'Microsoft YaHei', kind: isSerif(eastAsian || latin) ? 'serif' : 'sans' })
