import { lookInSchool, type SchoolLook } from '../../shared/brand/look-in-school'
import type { Brand } from '../../shared/model/brand'
import { AssetHash } from '../../shared/model/ids'
import type { School } from '../../shared/model/school'
import type { Theme } from '../../shared/slides/theme'
import type { Library } from '../library/library'

/** How a talk in this design looks in a school, with the logos that the library has. */
export const lookOfSchool = (library: Library, design: Theme, school: Pick<School, 'name'>, brand: Brand): SchoolLook =>
  lookInSchool(design, school, brand, (hash) => {
    const [info] = library.assets.pictures([AssetHash.parse(hash)])
    return info === undefined ? null : { asset: info.hash, width: info.width, height: info.height }
  })
