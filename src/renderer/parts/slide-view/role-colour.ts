import type { CSSProperties } from 'react'
import { type ColourRole, colourRoles, type Theme } from '../../../shared/slides/theme'

/** The CSS value that paints a role; its variable is set by {@link themeVariables} on the slide. */
export const roleColour = (role: ColourRole | null): string => (role === null ? 'none' : `var(--slide-${role})`)

/**
 * The theme's colours, and the typefaces of its headings where they are not those of its text.
 * @param colours of the page, where they are not the theme's
 */
export const themeVariables = (theme: Theme, colours: Theme['colours'] = theme.colours): CSSProperties =>
  Object.fromEntries([...colourRoles.map((role) => [`--slide-${role}`, `#${colours[role]}`]), ...(theme.fonts.heading.kind === 'serif' ? [['--slide-heading', 'var(--slide-serif)']] : [])])
