import { Select } from '@mantine/core'
import { MaterialId } from '../../../shared/model/ids'
import type { SlotFill } from '../../../shared/model/local-case'
import { useText } from '../../i18n/language'
import { messages } from './messages'

const AUTO = 'auto'
const NONE = 'none'

/** Which of its own cases a school tells in one place of the talk: the fittest, a chosen one, or none. */
export function SlotChoice({ slot, school, fill, onPin }: { slot: { readonly title: string }; school: string; fill: SlotFill; onPin: (material: MaterialId | null | undefined) => void }) {
  const text = useText(messages)
  const { chosen, pinned, choices } = fill
  const fittest = pinned ? choices[0] : choices.find(({ id }) => id === chosen)
  return (
    <Select
      size="xs"
      w={210}
      aria-label={`${school}: ${text.slot(slot.title)}`}
      value={pinned ? (chosen ?? NONE) : AUTO}
      allowDeselect={false}
      data={[{ value: AUTO, label: fittest === undefined ? text.slotAutoNone : text.slotAuto(fittest.title) }, ...choices.map(({ id, title }) => ({ value: id, label: title })), { value: NONE, label: text.slotNone }]}
      onChange={(value) => onPin(value === AUTO ? undefined : value === NONE ? null : MaterialId.parse(value))}
      comboboxProps={{ width: 320, position: 'bottom-end' }}
    />
  )
}
