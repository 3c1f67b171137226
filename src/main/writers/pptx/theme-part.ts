import type { Theme } from '../../../shared/slides/theme'
import { drawingTheme } from '../drawing-theme'
import type { Part } from '../opc-package'
import { contentTypes } from './namespaces'

/**
 * A theme part. The master and the notes master each own one (`number` 1 and 2): sharing a part between them makes PowerPoint repair the file.
 */
export const themePart = (theme: Theme, number: 1 | 2): Part => ({
  name: `ppt/theme/theme${number}.xml`,
  contentType: contentTypes.theme,
  content: drawingTheme(theme, theme.fonts.heading, theme.fonts.body),
})
