import type { ColourMode, DesignName, Look } from '../../model/look'
import type { Theme } from '../theme'
import { clearDarkTheme, clearTheme } from './clear'
import { formalDarkTheme, formalTheme } from './formal'
import { livelyDarkTheme, livelyTheme } from './lively'

export const builtInThemes: Readonly<Record<DesignName, Readonly<Record<ColourMode, Theme>>>> = {
  clear: { light: clearTheme, dark: clearDarkTheme },
  formal: { light: formalTheme, dark: formalDarkTheme },
  lively: { light: livelyTheme, dark: livelyDarkTheme },
}

/** The design that a talk asks for; always the same object for the same look. */
export const themeOf = ({ design, mode }: Pick<Look, 'design' | 'mode'>): Theme => builtInThemes[design][mode]
