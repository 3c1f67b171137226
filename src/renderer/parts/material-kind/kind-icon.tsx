import { IconBook2, IconBuildingCommunity, IconChartBar, IconFlag, IconGavel, IconHelpCircle, IconNotes, IconPhoto, IconQuote, IconUsersGroup, type Icon } from '@tabler/icons-react'
import type { MaterialKind } from '../../../shared/model/material'

const icons: Record<MaterialKind, Icon> = {
  policy: IconGavel,
  theory: IconBook2,
  story: IconFlag,
  case: IconBuildingCommunity,
  data: IconChartBar,
  quote: IconQuote,
  question: IconHelpCircle,
  activity: IconUsersGroup,
  picture: IconPhoto,
  note: IconNotes,
}

/** The sign of a kind of material; its name stands beside it or in the row's label, so it is silent to screen readers. */
export function KindIcon({ kind, size = 18 }: { kind: MaterialKind; size?: number }) {
  const Sign = icons[kind]
  return <Sign size={size} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
}
