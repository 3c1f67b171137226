import type { PictureInfo } from '../../../shared/contract/talks'
import type { BrandMarks } from '../../../shared/slides/brand-marks'
import { lightRoles } from '../../../shared/slides/colour-roles'
import type { ColourRole, Theme } from '../../../shared/slides/theme'
import type { Look, Preset } from './presets'
import type { ScriptStyle } from './script-document'
import type { SheetMarks } from './sheet-document'

/** What handout and quiz have of how the talk looks: its colours, and the marks of the school that it is given in. */
export type SheetLook = { readonly colours: Theme['colours']; readonly brand?: BrandMarks }

/** The roles of the colours that presets name; what is not named here stays as it is. */
const roles: Readonly<Record<string, ColourRole>> = { '1F2933': 'ink', '3E4C59': 'ink', '5B6770': 'neutral-4', '1D5B8F': 'accent', B8C7D6: 'neutral-2', A9B6C2: 'neutral-3', E8F0F8: 'accent-tint' }

/** A preset in the hues of a talk's colours, as they read on white paper whatever the ground of its slides. */
export function inColours(preset: Preset, { accent, second }: Theme['colours']): Preset {
  const onPaper = lightRoles(accent, second)
  const own = (colour: string): string => onPaper[roles[colour]!] ?? colour
  /** Whatever of a look is a colour. */
  const coloured = <T extends object>(look: T): T => Object.fromEntries(Object.entries(look).map(([name, value]) => [name, typeof value === 'string' && value in roles ? own(value) : value])) as T
  const looks = Object.fromEntries(Object.entries(preset.looks).map(([style, look]) => [style, coloured(look)])) as Record<ScriptStyle, Look>
  return { ...preset, looks, cue: coloured(preset.cue), label: coloured(preset.label), table: coloured(preset.table) }
}

/** Points that a logo may take, in the margin above the first page's text. */
const LOGO = { height: 18, width: 150 }

/** The marks above a first page; none of a talk that is given in no school. */
export function sheetMarks(brand: BrandMarks | undefined, info: (src: string) => PictureInfo | null): SheetMarks | null {
  if (brand === undefined) return null
  const { logo, series, owner } = brand
  const found = logo === null ? null : info(`asset:${logo.asset}`)
  if (found === null) return series === '' ? null : { series, logo: null }
  const scale = Math.min(LOGO.height / found.height, LOGO.width / found.width)
  return { series, logo: { hash: found.hash, mime: found.mime, width: found.width * scale, height: found.height * scale, alt: owner } }
}
