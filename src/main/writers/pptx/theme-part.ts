import { colourRoles, schemeSlotOf, type FontRole, type Theme } from '../../../shared/slides/theme'
import type { Part } from '../opc-package'
import { el, xmlDocument, type Xml } from '../xml'
import { contentTypes, drawingNamespaces } from './namespaces'

/** Order of the slots in a colour scheme (CT_ColorScheme, ECMA-376-1 §20.1.6.2). */
const SLOTS = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const

const phColour = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }))

/** Flat fills, three line widths and no effects: the scene decides how things look, the format scheme only has to be complete (§20.1.4.1.14). */
const formatScheme = el(
  'a:fmtScheme',
  { name: 'Lectern' },
  el('a:fillStyleLst', {}, phColour, phColour, phColour),
  el('a:lnStyleLst', {}, [6350, 12_700, 19_050].map((w) => el('a:ln', { w }, phColour))),
  el('a:effectStyleLst', {}, [1, 2, 3].map(() => el('a:effectStyle', {}, el('a:effectLst')))),
  el('a:bgFillStyleLst', {}, phColour, phColour, phColour),
)

const fontsOf = (theme: Theme, role: FontRole): Xml[] => {
  const { latin, eastAsian } = theme.fonts[role]
  return [el('a:latin', { typeface: latin }), el('a:ea', { typeface: eastAsian }), el('a:cs', { typeface: '' }), el('a:font', { script: 'Hans', typeface: eastAsian })]
}

/**
 * A theme part. The master and the notes master each own one (`number` 1 and 2): sharing a part between them makes PowerPoint repair the file.
 */
export const themePart = (theme: Theme, number: 1 | 2): Part => ({
  name: `ppt/theme/theme${number}.xml`,
  contentType: contentTypes.theme,
  content: xmlDocument(
    el(
      'a:theme',
      { ...drawingNamespaces, name: theme.name },
      el(
        'a:themeElements',
        {},
        el(
          'a:clrScheme',
          { name: theme.name },
          SLOTS.map((slot) => el(`a:${slot}`, {}, el('a:srgbClr', { val: theme.colours[colourRoles.find((role) => schemeSlotOf[role] === slot)!] }))),
        ),
        el('a:fontScheme', { name: theme.name }, el('a:majorFont', {}, fontsOf(theme, 'heading')), el('a:minorFont', {}, fontsOf(theme, 'body'))),
        formatScheme,
      ),
      el('a:objectDefaults'),
      el('a:extraClrSchemeLst'),
    ),
  ),
})
