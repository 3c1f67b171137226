import { Text, Tooltip } from '@mantine/core'
import { IconArrowBarLeft } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { memo, useState, type KeyboardEvent } from 'react'
import type { MaterialHit, Snippet } from '../../../shared/contract/library'
import type { MaterialId } from '../../../shared/model/ids'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { isComposing } from '../../app/typing'
import { useText } from '../../i18n/language'
import { Highlight } from '../../parts/highlight/highlight'
import { plainSnippet } from '../../parts/highlight/plain-snippet'
import { KindIcon } from '../../parts/material-kind/kind-icon'
import { kindNames } from '../../parts/material-kind/material-words'
import { SearchField } from '../../parts/search-field/search-field'
import { MATERIAL_DRAG_TYPE } from './drag-types'
import { messages } from './messages'

const SHOWN = 40

/** The library at the side of the desk: find as one types, bring a material in with Enter, a press or by dragging it to the outline. */
export const MaterialsDrawer = memo(function MaterialsDrawer({ onBringIn }: { onBringIn: (id: MaterialId, title: string) => void }) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const engine = useEngine()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const query = { text: words, limit: SHOWN }
  const { data } = useQuery({
    queryKey: keys.search({ ...query, room: 'desk' }),
    // A search that is no longer wanted is cancelled; the last answer stays until the next one is here.
    queryFn: ({ signal }) => engine.materials.search(query, { signal }),
    placeholderData: keepPreviousData,
  })
  const hits = data?.hits ?? []
  const current = Math.min(active, hits.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const hit = hits[current]
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0))
    else if (event.key === 'Enter' && hit) onBringIn(hit.id, plain(hit.title))
    else return
    event.preventDefault()
  }

  return (
    <div className="desk-drawer-body">
      <SearchField
        initial=""
        clearName={text.clear}
        onQuery={(next) => {
          setWords(next)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={text.searchMaterials}
        aria-label={text.searchMaterials}
        aria-controls="desk-materials"
        aria-activedescendant={hits[current] ? `desk-material-${hits[current].id}` : undefined}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        m="sm"
      />
      <Text size="xs" c="dimmed" px="md" pb={4}>
        {text.searchHint}
      </Text>
      <div id="desk-materials" role="listbox" aria-label={text.materials} className="desk-hits" tabIndex={-1}>
        {hits.map((hit, index) => (
          <Hit key={hit.id} hit={hit} kind={kinds[hit.kind]} active={index === current} onActivate={() => setActive(index)} onBringIn={() => onBringIn(hit.id, plain(hit.title))} bringIn={text.bringIn} />
        ))}
        {data && hits.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {text.noMaterial}
          </Text>
        )}
      </div>
    </div>
  )
})

type HitProps = { hit: MaterialHit; kind: string; active: boolean; bringIn: string; onActivate: () => void; onBringIn: () => void }

function Hit({ hit, kind, active, bringIn, onActivate, onBringIn }: HitProps) {
  return (
    <div
      id={`desk-material-${hit.id}`}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className="desk-hit"
      data-active={active || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(MATERIAL_DRAG_TYPE, JSON.stringify({ id: hit.id, title: plain(hit.title) }))
        event.dataTransfer.effectAllowed = 'copy'
      }}
      onClick={onActivate}
      onDoubleClick={onBringIn}
    >
      <div className="desk-hit-text">
        <div className="desk-hit-title">
          <Highlight parts={hit.title} />
        </div>
        <div className="desk-hit-snippet">
          <Highlight parts={plainSnippet(hit.snippet)} />
        </div>
        <div className="desk-hit-facts">
          <KindIcon kind={hit.kind} size={14} />
          <span>{kind}</span>
          {hit.source && (
            <span>
              {hit.source}
              {hit.locator && ` · ${hit.locator}`}
            </span>
          )}
        </div>
      </div>
      <Tooltip label={bringIn}>
        {/* For the mouse; by keyboard Enter in the search box does the same, and an option may hold no button. */}
        <span className="desk-hit-bring" aria-hidden onClick={onBringIn}>
          <IconArrowBarLeft size={18} />
        </span>
      </Tooltip>
    </div>
  )
}

const plain = (parts: Snippet): string => parts.map((part) => part.text).join('')
