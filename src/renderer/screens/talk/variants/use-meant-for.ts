import type { Condition } from '../../../../shared/model/block'
import { useText } from '../../../i18n/language'
import { useAudienceName } from '../../../parts/audience/messages'
import { messages } from './messages'

/** Says for whom a block is, in a few words. */
export function useMeantFor(): (condition: Condition) => string {
  const text = useText(messages)
  const audienceName = useAudienceName()
  return ({ mode, audiences }) => text[mode](audiences.map(audienceName).join(text.comma))
}
