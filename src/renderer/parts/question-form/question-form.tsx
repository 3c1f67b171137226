import { Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { QuestionFields, QuestionOption } from '../../../shared/body-fields/question-fields'
import { letterOf } from '../../../shared/body-fields/question-fields'
import { useText } from '../../i18n/language'
import { messages } from './messages'
import { OptionRow } from './option-row'

/** As many as there are letters. */
const MOST_OPTIONS = 26

type QuestionFormProps = { readonly value: QuestionFields; readonly onChange: (question: QuestionFields) => void }

/** A question: what is asked, the options with the right ones ticked, and why. All by keyboard: Enter adds an option, Alt ↑↓ moves it, Backspace in an empty one deletes it. */
export function QuestionForm({ value, onChange }: QuestionFormProps) {
  const text = useText(messages)
  const hint = useId()
  const list = useRef<HTMLDivElement>(null)
  /** The option that gets the cursor once it is there. */
  const target = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (target.current === null) return
    list.current?.querySelector<HTMLTextAreaElement>(`[data-option="${target.current}"]`)?.focus()
    target.current = null
  })
  const { options } = value
  const isFull = options.length >= MOST_OPTIONS
  const setOptions = (changed: readonly QuestionOption[], cursor?: number) => {
    target.current = cursor ?? null
    onChange({ ...value, options: changed })
  }
  const add = (at: number) => !isFull && setOptions(options.toSpliced(at, 0, { text: '', isRight: false }), at)
  const remove = (at: number) => setOptions(options.toSpliced(at, 1), Math.max(0, at - 1))
  const move = (from: number, to: number) => {
    const option = options[from]
    if (option && to >= 0 && to < options.length) setOptions(options.toSpliced(from, 1).toSpliced(to, 0, option), to)
  }

  return (
    <Stack gap="sm">
      <Textarea label={text.stem} placeholder={text.stemHint} autosize minRows={2} maxRows={10} maxLength={20_000} value={value.stem} onChange={(event) => onChange({ ...value, stem: event.currentTarget.value })} />
      <Fieldset legend={text.options} variant="unstyled" aria-describedby={hint}>
        <Text id={hint} size="xs" c="dimmed" mb={4}>
          {text.optionsHint}
        </Text>
        <Stack gap={6} ref={list}>
          {options.map((option, at) => (
            // An option has no identity beside its place, and its letter goes with the place.
            <OptionRow
              key={at}
              option={option}
              letter={letterOf(at)}
              place={at}
              isFirst={at === 0}
              isLast={at === options.length - 1}
              onChange={(changed) => setOptions(options.with(at, changed))}
              onAdd={() => add(at + 1)}
              onRemove={() => remove(at)}
              onMove={(by) => move(at, at + by)}
            />
          ))}
        </Stack>
        <Group mt={6}>
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={16} />} disabled={isFull} onClick={() => add(options.length)}>
            {text.addOption}
          </Button>
        </Group>
      </Fieldset>
      <Textarea label={text.explanation} placeholder={text.explanationHint} autosize minRows={2} maxRows={10} maxLength={20_000} value={value.explanation} onChange={(event) => onChange({ ...value, explanation: event.currentTarget.value })} />
    </Stack>
  )
}
