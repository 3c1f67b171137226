import { lightRoles } from '../colour-roles'
import type { Theme } from '../theme'

const CLEAR_BLUE = '1C5FB8'
const WARM_ORANGE = 'C2571A'
const yaHei = { latin: 'Microsoft YaHei', eastAsian: 'Microsoft YaHei' } as const

/** 清朗 Clear, light: white page, wide left margin, one accent rule beside the title, section pages almost empty with a huge numeral. */
export const clearTheme: Theme = {
  name: '清朗 Clear',
  colours: lightRoles(CLEAR_BLUE, WARM_ORANGE),
  fonts: { heading: yaHei, body: yaHei },
}
