import { laneNames } from '../../../../shared/formats/lane-names'
import type { Lane } from '../../../../shared/formats/talk-formats'
import { useLocalized } from '../../../i18n/language'

/** What to show for a lane where it stands alone. */
export function useLaneName(): (lane: Lane) => string {
  const localized = useLocalized()
  return (lane) => {
    const name = localized(laneNames[lane])
    return name.charAt(0).toUpperCase() + name.slice(1)
  }
}
