import type { CSSProperties } from 'react'
import { type ColourRole, colourRoles, type Theme } from '../../../shared/slides/theme'

/** The CSS value that paints a role; its variable is set by {@link themeVariables} on the slide. */
export const roleColour = (role: ColourRole | null): string => (role === null ? 'none' : `var(--slide-${role})`)

/** The theme's colours, and the typefaces of its headings where they are not those of its text. */
export const themeVariables = (theme: Theme): CSSProperties =>
  Object.fromEntries([...colourRoles.map((role) => [`--slide-${role}`, `#${theme.colours[role]}`]), ...(theme.fonts.heading.kind === 'serif' ? [['--slide-heading', 'var(--slide-serif)']] : [])])
