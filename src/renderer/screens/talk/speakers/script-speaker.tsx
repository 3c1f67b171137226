import { TextInput } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

/** Who says a block's script. Kept when the field is left or with Enter, so that no half-typed name stands in the talk. */
export function ScriptSpeaker({ speaker, onSpeaker }: { speaker: string; onSpeaker: (speaker: string) => void }) {
  const text = useText(messages)
  const [typed, setTyped] = useState(speaker)
  const [shown, setShown] = useState(speaker)
  if (shown !== speaker) {
    setShown(speaker)
    setTyped(speaker)
  }
  const keep = () => typed.trim() !== speaker && onSpeaker(typed.trim())
  return (
    <TextInput
      size="xs"
      flex="0 1 8rem"
      aria-label={text.speaker}
      title={text.speaker}
      placeholder={text.placeholder}
      leftSection={<IconUser size={14} stroke={1.6} aria-hidden />}
      maxLength={40}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
    />
  )
}
