import { CloseButton, TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState, type RefObject } from 'react'

type SearchFieldProps = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  ref?: RefObject<HTMLInputElement | null>
  initial: string
  /** Name of the button that empties the field. */
  clearName: string
  /** Called with the text at each keystroke — but never with the half-typed letters of a Chinese input method, only with what it yields. */
  onQuery: (text: string) => void
}

/** A field that answers as it is typed in. It owns its text, so that typing never waits for results. */
export function SearchField({ ref, initial, clearName, onQuery, ...input }: SearchFieldProps) {
  const [text, setText] = useState(initial)
  const composing = useRef(false)
  const own = useRef<HTMLInputElement>(null)
  const field = ref ?? own
  return (
    <TextInput
      ref={field}
      type="search"
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} aria-hidden />}
      {...input}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value)
        if (!composing.current) onQuery(event.currentTarget.value)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        onQuery(event.currentTarget.value)
      }}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={clearName}
            onClick={() => {
              setText('')
              onQuery('')
              field.current?.focus()
            }}
          />
        )
      }
    />
  )
}
