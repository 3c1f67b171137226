import {
  IconBlockquote,
  IconChartBar,
  IconColumns2,
  IconHandStop,
  IconHome,
  IconList,
  IconMessages,
  IconPhoto,
  IconQuestionMark,
  IconSchool,
  IconTable,
  IconTimeline,
  type Icon,
} from '@tabler/icons-react'
import type { BlockKind } from '../../../shared/model/block'

export const blockIcons: Record<BlockKind, Icon> = {
  points: IconList,
  quote: IconBlockquote,
  table: IconTable,
  picture: IconPhoto,
  case: IconSchool,
  chart: IconChartBar,
  'two-columns': IconColumns2,
  timeline: IconTimeline,
  question: IconQuestionMark,
  discussion: IconMessages,
  activity: IconHandStop,
  'local-case': IconHome,
}
