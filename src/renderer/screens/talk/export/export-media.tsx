import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { picturesOfTemplate } from '../../../../shared/model/own-design'
import { deckBytes, talkMedia } from '../../../../shared/slides/talk-media'
import { useFormats, useText } from '../../../i18n/language'
import type { useTalkView } from '../use-talk-view'
import { messages } from './messages'

/** How many films, sounds and pictures the talk has, their size, and what the deck will come to. */
export function ExportMedia({ shown, deck, theme, picture }: Pick<ReturnType<typeof useTalkView>, 'shown' | 'deck' | 'theme' | 'picture'>) {
  const text = useText(messages)
  const format = useFormats()
  const template = theme.template?.template
  const media = useMemo(() => talkMedia(shown, picture), [shown, picture])
  const all = useMemo(() => talkMedia(shown, picture, template === undefined ? [] : picturesOfTemplate(template).map((hash) => `asset:${hash}`)), [shown, picture, template])
  return (
    <Text size="sm" c="dimmed">
      {text.media(media, format.bytes(media.bytes), format.bytes(deckBytes(deck.scenes.length, all.bytes)))}
    </Text>
  )
}
