import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, useSyncExternalStore } from 'react'
import type { Talk } from '../../../shared/model/block'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { contextOf, findInTalk, replaceMatches, type Match } from './find-in-talk'
import { messages } from './messages'
import type { TalkSession } from './talk-session'

/** Drawing thousands of lines helps nobody to find one. */
const SHOWN = 200

type FindDrawerProps = { session: TalkSession; talk: Talk; onGo: (block: string) => void; onReplace: (markdown: string) => void }

/** Find and replace over the whole talk: what is shown, what is said and the titles. A replacement is one step of undo. */
export function FindDrawer({ session, talk, onGo, onReplace }: FindDrawerProps) {
  const text = useText(messages)
  // What is found must be where it is said to be when it is replaced: never a moment behind the keys.
  const markdown = useSyncExternalStore(session.subscribe, () => session.snapshot().text)
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState('')
  const matches = findInTalk(markdown, talk, wanted)
  const blocks = talk.sections.flatMap((section) => section.blocks)
  const titleOf = (match: Match) => blocks.find(({ key }) => key === match.block)?.title ?? ''
  const go = (match: Match | undefined) => match?.block != null && onGo(match.block)

  return (
    <Stack className="desk-drawer-body" p="md" gap="sm">
      <TextInput
        label={text.find}
        value={wanted}
        data-autofocus
        autoFocus
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) go(matches.find(({ block }) => block !== null))
        }}
      />
      <TextInput label={text.replaceWith} value={replacement} onChange={(event) => setReplacement(event.currentTarget.value)} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {wanted !== '' && text.found(matches.length)}
        </Text>
        <Button size="compact-sm" variant="default" disabled={matches.length === 0} onClick={() => onReplace(replaceMatches(markdown, matches, replacement))}>
          {text.replaceAll}
        </Button>
      </Group>
      <ul className="find-list">
        {matches.slice(0, SHOWN).map((match) => {
          const { before, found, after } = contextOf(markdown, match)
          return (
            <li key={match.start}>
              <button type="button" className="find-match" disabled={match.block === null} onClick={() => go(match)}>
                <span className="find-title">{titleOf(match)}</span>
                <span>
                  {before}
                  <mark>{found}</mark>
                  {after}
                </span>
              </button>
              <Button size="compact-xs" variant="subtle" aria-label={text.replaceThis(found)} onClick={() => onReplace(replaceMatches(markdown, [match], replacement))}>
                {text.replace}
              </Button>
            </li>
          )
        })}
      </ul>
    </Stack>
  )
}
