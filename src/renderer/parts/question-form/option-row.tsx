import { ActionIcon, Checkbox, Group, Text, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { QuestionOption } from '../../../shared/body-fields/question-fields'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { messages } from './messages'

type OptionRowProps = {
  readonly option: QuestionOption
  readonly letter: string
  readonly place: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (option: QuestionOption) => void
  readonly onAdd: () => void
  readonly onRemove: () => void
  readonly onMove: (by: -1 | 1) => void
}

/** One option of a question with its letter and its tick. */
export function OptionRow({ option, letter, place, isFirst, isLast, onChange, onAdd, onRemove, onMove }: OptionRowProps) {
  const text = useText(messages)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    const deed =
      event.key === 'Enter' && isPlain
        ? onAdd
        : event.key === 'Backspace' && option.text === ''
          ? onRemove
          : event.altKey && event.key === 'ArrowUp'
            ? () => onMove(-1)
            : event.altKey && event.key === 'ArrowDown'
              ? () => onMove(1)
              : null
    if (deed === null) return
    event.preventDefault()
    deed()
  }
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <Checkbox aria-label={text.isRight(letter)} title={text.isRight(letter)} checked={option.isRight} onChange={(event) => onChange({ ...option, isRight: event.currentTarget.checked })} />
      <Text span size="sm" fw={600} w={16} ta="center" aria-hidden>
        {letter}
      </Text>
      <Textarea
        flex={1}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        aria-label={text.option(letter)}
        data-option={place}
        value={option.text}
        onChange={(event) => onChange({ ...option, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={text.optionUp(letter)} title={text.optionUp(letter)} disabled={isFirst} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={text.optionDown(letter)} title={text.optionDown(letter)} disabled={isLast} onClick={() => onMove(1)}>
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={text.removeOption(letter)} title={text.removeOption(letter)} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  )
}
