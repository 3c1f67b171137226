import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

/** Renames in place: Enter or leaving the field keeps the name, Escape gives up. @param onDone without a name when given up */
export function NameField({ name, onDone }: { name: string; onDone: (name?: string) => void }) {
  const text = useText(messages)
  const [value, setValue] = useState(name)
  const isDone = useRef(false)
  const finish = (next?: string) => {
    if (isDone.current) return
    isDone.current = true
    onDone(next)
  }
  return (
    <TextInput
      size="xs"
      aria-label={text.name}
      value={value}
      maxLength={100}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => finish(value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isComposing(event)) return
        if (event.key === 'Enter') finish(value)
        if (event.key === 'Escape') finish()
      }}
    />
  )
}
