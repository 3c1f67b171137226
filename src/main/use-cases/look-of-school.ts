import { brandedTheme } from '../../shared/brand/branded-theme'
import type { Brand } from '../../shared/model/brand'
import type { AssetHash } from '../../shared/model/ids'
import type { School } from '../../shared/model/school'
import type { BrandLogo } from '../../shared/slides/brand-marks'
import type { Theme } from '../../shared/slides/theme'
import type { Library } from '../library/library'
import type { SchoolLook } from './school-look'

/** How a talk in this design looks in a school. A logo that is not there any more is none. A template is somebody's own look already: it keeps its colours and bears no second logo. */
export function lookOfSchool(library: Library, design: Theme, { name }: Pick<School, 'name'>, brand: Brand): SchoolLook {
  if (design.template !== undefined) return { theme: design, marks: { logo: null, logoOnDark: null, series: '', owner: name } }
  const logoOf = (hash: AssetHash | null): BrandLogo | null => {
    const [info] = hash === null ? [] : library.assets.pictures([hash])
    return info === undefined ? null : { asset: info.hash, width: info.width, height: info.height }
  }
  return { theme: brandedTheme(design, brand).theme, marks: { logo: logoOf(brand.logo), logoOnDark: logoOf(brand.logoOnDark), series: brand.series, owner: name } }
}
