import type { BrandMarks } from '../../shared/slides/brand-marks'
import type { Theme } from '../../shared/slides/theme'

/** How a talk looks in one school. `theme` is a design in the school's colours and typefaces (`brandedTheme`). */
export type SchoolLook = { readonly theme: Theme; readonly marks: BrandMarks }
