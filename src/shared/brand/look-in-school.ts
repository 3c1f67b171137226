import type { Brand } from '../model/brand'
import type { School } from '../model/school'
import type { BrandLogo, BrandMarks } from '../slides/brand-marks'
import type { Theme } from '../slides/theme'
import { brandedTheme } from './branded-theme'

/** How a talk looks in one school. `theme` is a design in the school's colours and typefaces ({@link brandedTheme}). */
export type SchoolLook = { readonly theme: Theme; readonly marks: BrandMarks }

/**
 * How a talk in this design looks in a school. A template is somebody's own look already: it keeps its colours and bears no second logo.
 * @param logoOf the picture of that hash, or null where it is not there (any more): such a logo is none
 */
export function lookInSchool(design: Theme, { name }: Pick<School, 'name'>, brand: Brand, logoOf: (hash: string) => BrandLogo | null): SchoolLook {
  if (design.template !== undefined) return { theme: design, marks: { logo: null, logoOnDark: null, series: '', owner: name } }
  const found = (hash: string | null) => (hash === null ? null : logoOf(hash))
  return { theme: brandedTheme(design, brand).theme, marks: { logo: found(brand.logo), logoOnDark: found(brand.logoOnDark), series: brand.series, owner: name } }
}
