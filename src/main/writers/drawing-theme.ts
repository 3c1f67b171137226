import { colourRoles, schemeSlotOf, type Theme } from '../../shared/slides/theme'
import { DRAWING } from './namespaces'
import { el, type Xml, xmlDocument } from './xml'

/** Order of the slots in a colour scheme (CT_ColorScheme, ECMA-376-1 §20.1.6.2). */
const SLOTS = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const

const phColour = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }))

/** Flat fills, three line widths and no effects: what is drawn says how it looks, the format scheme only has to be complete (§20.1.4.1.14). */
const formatScheme = el(
  'a:fmtScheme',
  { name: 'Lectern' },
  el('a:fillStyleLst', {}, phColour, phColour, phColour),
  el('a:lnStyleLst', {}, [6350, 12_700, 19_050].map((w) => el('a:ln', { w }, phColour))),
  el('a:effectStyleLst', {}, [1, 2, 3].map(() => el('a:effectStyle', {}, el('a:effectLst')))),
  el('a:bgFillStyleLst', {}, phColour, phColour, phColour),
)

/** Names of typefaces: of Latin letters and of Han characters. */
export type ThemeFace = { readonly latin: string; readonly eastAsian: string }

const fontsOf = ({ latin, eastAsian }: ThemeFace): Xml[] => [el('a:latin', { typeface: latin }), el('a:ea', { typeface: eastAsian }), el('a:cs', { typeface: '' }), el('a:font', { script: 'Hans', typeface: eastAsian })]

/** A theme part (§20.1.6.9) of any Office document: the colours and typefaces its user is offered first. */
export const drawingTheme = ({ name, colours }: Pick<Theme, 'name' | 'colours'>, heading: ThemeFace, body: ThemeFace): string =>
  xmlDocument(
    el(
      'a:theme',
      { 'xmlns:a': DRAWING, name },
      el(
        'a:themeElements',
        {},
        el(
          'a:clrScheme',
          { name },
          SLOTS.map((slot) => el(`a:${slot}`, {}, el('a:srgbClr', { val: colours[colourRoles.find((role) => schemeSlotOf[role] === slot)!] }))),
        ),
        el('a:fontScheme', { name }, el('a:majorFont', {}, fontsOf(heading)), el('a:minorFont', {}, fontsOf(body))),
        formatScheme,
      ),
      el('a:objectDefaults'),
      el('a:extraClrSchemeLst'),
    ),
  )
