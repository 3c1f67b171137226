import { SegmentedControl } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { BlockKind } from '../../../../shared/model/block'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

export type ShownAs = 'form' | 'text'

/** Running text is written as text; what has parts of its own is easier to fill in than to spell. */
const usual = (kind: BlockKind): ShownAs => (kind === 'points' || kind === 'quote' ? 'text' : 'form')

/** How a block of a kind is written: as one chose last for that kind on this desk, or as is usual for it. */
export function useShownAs(kind: BlockKind): [ShownAs, (as: ShownAs) => void] {
  const [chosen, setChosen] = useState<Partial<Record<BlockKind, ShownAs>>>({})
  const choose = useCallback((as: ShownAs) => setChosen((before) => ({ ...before, [kind]: as })), [kind])
  return [chosen[kind] ?? usual(kind), choose]
}

/** Form or text: both write the same Markdown. */
export function FormSwitch({ value, onChange }: { value: ShownAs; onChange: (as: ShownAs) => void }) {
  const text = useText(messages)
  return (
    <SegmentedControl
      size="xs"
      aria-label={text.writeAs}
      value={value}
      onChange={(as) => onChange(as === 'form' ? 'form' : 'text')}
      data={[
        { value: 'form', label: text.form },
        { value: 'text', label: text.asText },
      ]}
    />
  )
}
