import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import type { Talk } from '../../../shared/model/block'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { contextOf, findInTalk, plainly, replaceMatches, type FindOptions, type Match } from './find-in-talk'
import { messages as findMessages } from './find-messages'
import { messages } from './messages'
import type { TalkSession } from './talk-session'

/** Drawing thousands of lines helps nobody to find one. */
const SHOWN = 200

const PLACES = ['everything', 'shown', 'said'] as const
const SWITCHES = ['matchCase', 'wholeWord', 'isPattern'] as const

type FindDrawerProps = { session: TalkSession; talk: Talk; onGo: (block: string) => void; onReplace: (markdown: string) => void }

/** Find and replace over the whole talk: what is shown, what is said and the titles. A replacement is one step of undo. */
export function FindDrawer({ session, talk, onGo, onReplace }: FindDrawerProps) {
  const text = useText(messages)
  const findText = useText(findMessages)
  // What is found must be where it is said to be when it is replaced: never a moment behind the keys.
  const markdown = useSyncExternalStore(session.subscribe, () => session.snapshot().text)
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState<FindOptions>(plainly)
  /** Index of the place that was gone to last; -1 before. */
  const [at, setAt] = useState(-1)
  const found = useMemo(() => findInTalk(markdown, wanted, options), [markdown, wanted, options])
  const matches = found ?? []
  const current = Math.min(at, matches.length - 1)
  const blocks = talk.sections.flatMap((section) => section.blocks)
  const titleOf = (match: Match) => blocks.find(({ key }) => key === match.block)?.title ?? ''
  const go = (to: number) => {
    setAt(to)
    const block = matches[to]?.block
    if (block != null) onGo(block)
  }
  const step = (by: 1 | -1) => matches.length > 0 && go(current < 0 ? (by === 1 ? 0 : matches.length - 1) : (current + by + matches.length) % matches.length)
  const seek = (change: () => void) => {
    setAt(-1)
    change()
  }
  const replace = (some: readonly Match[]) => some.length > 0 && onReplace(replaceMatches(markdown, some, replacement))

  const replaceByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) replace(matches)
    // The first press shows what the next one replaces.
    else if (current < 0) step(1)
    else replaceThis(current)
  }
  /** And goes on to the next, past what was put there. */
  const replaceThis = (index: number) => {
    const match = matches[index]
    if (match === undefined) return
    const next = replaceMatches(markdown, [match], replacement)
    const behind = match.end + next.length - markdown.length
    const left = findInTalk(next, wanted, options) ?? []
    const following = left.findIndex(({ start }) => start >= behind)
    onReplace(next)
    setAt(left.length === 0 ? -1 : Math.max(following, 0))
    const block = left[Math.max(following, 0)]?.block
    if (block != null) onGo(block)
  }

  return (
    <Stack className="desk-drawer-body" p="md" gap="sm">
      <TextInput
        label={text.find}
        value={wanted}
        title={findText.findKeys}
        error={found === null && findText.badPattern}
        data-autofocus
        autoFocus
        onChange={(event) => {
          const { value } = event.currentTarget
          seek(() => setWanted(value))
        }}
        onKeyDown={onEnter((event) => step(event.shiftKey ? -1 : 1))}
      />
      <TextInput label={text.replaceWith} value={replacement} title={findText.replaceKeys} onChange={(event) => setReplacement(event.currentTarget.value)} onKeyDown={onEnter(replaceByKey)} />
      <Group gap="xs">
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={findText[name]}
            checked={options[name]}
            onChange={(event) => {
              const { checked } = event.currentTarget
              seek(() => setOptions({ ...options, [name]: checked }))
            }}
          />
        ))}
      </Group>
      <SegmentedControl fullWidth size="xs" style={{ flexShrink: 0 }} aria-label={findText.within} value={options.within} onChange={(within) => seek(() => setOptions({ ...options, within }))} data={PLACES.map((value) => ({ value, label: findText.places[value] }))} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {wanted !== '' && found !== null && (current < 0 ? text.found(matches.length) : findText.foundAt(current + 1, matches.length))}
        </Text>
        <Button size="compact-sm" variant="default" disabled={matches.length === 0} onClick={() => replace(matches)}>
          {text.replaceAll}
        </Button>
      </Group>
      <ul className="find-list">
        {matches.slice(0, SHOWN).map((match, index) => {
          const { before, found: part, after } = contextOf(markdown, match)
          return (
            <li key={match.start}>
              <button type="button" className="find-match" disabled={match.block === null} aria-current={index === current || undefined} onClick={() => go(index)}>
                <span className="find-title">{titleOf(match)}</span>
                <span>
                  {before}
                  <mark>{part}</mark>
                  {after}
                </span>
              </button>
              <Button size="compact-xs" variant="subtle" aria-label={text.replaceThis(part)} onClick={() => replace([match])}>
                {text.replace}
              </Button>
            </li>
          )
        })}
      </ul>
    </Stack>
  )
}

const onEnter = (deed: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || isComposing(event)) return
  event.preventDefault()
  deed(event)
}
