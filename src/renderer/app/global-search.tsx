import { Group, Modal, Text, VisuallyHidden } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { useText } from '../i18n/language'
import { Highlight } from '../parts/highlight/highlight'
import { plainSnippet } from '../parts/highlight/plain-snippet'
import { KindIcon } from '../parts/material-kind/kind-icon'
import { useMaterialSearch } from '../parts/search-field/use-material-search'
import { messages } from './messages'
import { addressOf, navigate } from './router'

const [store, dialog] = createSpotlight()

export const openGlobalSearch = dialog.open

/** Search from anywhere (Ctrl K): ten best materials as one types, Enter opens one in the library. */
export function GlobalSearch() {
  const text = useText(messages)
  const [typed, setTyped] = useState('')
  const [composing, setComposing] = useState(false)
  const [query, setQuery] = useState('')
  if (!composing && query !== typed) setQuery(typed)
  const wanted = useDeferredValue(query.trim())
  const { hits, isSuccess } = useMaterialSearch(wanted, {}, { enabled: wanted !== '' })
  const shown = wanted === '' ? [] : hits.slice(0, 10)

  // The best answer is the one that Enter opens; answers come later than the key that asked for them.
  const listed = shown.map(({ id }) => id).join()
  useEffect(() => {
    store.setState((state) => ({ ...state, selected: listed === '' ? -1 : 0 }))
  }, [listed])

  return (
    <Spotlight.Root
      store={store}
      query={typed}
      onQueryChange={setTyped}
      // Also from within a text: the keys mean nothing else there.
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      clearQueryOnClose
      scrollable
      maxHeight="60vh"
      yOffset="12vh"
      centered={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <VisuallyHidden>
        <Modal.Title>{text.search}</Modal.Title>
      </VisuallyHidden>
      <div onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}>
        <Spotlight.Search placeholder={text.searchPlaceholder} aria-label={text.search} maxLength={200} leftSection={<IconSearch size={18} aria-hidden />} />
      </div>
      {/* The list keeps its choice in the elements themselves: a new answer is a new list. */}
      <Spotlight.ActionsList key={listed}>
        {shown.map((hit, place) => (
          <Spotlight.Action key={hit.id} data-selected={place === 0 || undefined} onClick={() => navigate(addressOf.library(hit.id))}>
            <Group gap="md" wrap="nowrap" align="flex-start">
              <KindIcon kind={hit.kind} />
              <div>
                <Highlight parts={hit.title} />
                <Text size="xs" c="dimmed" lineClamp={2}>
                  <Highlight parts={plainSnippet(hit.snippet)} />
                </Text>
              </div>
            </Group>
          </Spotlight.Action>
        ))}
        {shown.length === 0 && <Spotlight.Empty>{wanted !== '' && isSuccess ? text.searchNothing : text.searchHint}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
