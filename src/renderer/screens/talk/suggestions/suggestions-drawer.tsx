import { Text, Tooltip } from '@mantine/core'
import { IconArrowBarLeft } from '@tabler/icons-react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { MaterialId } from '../../../../shared/model/ids'
import type { Block, Talk } from '../../../../shared/model/block'
import { gapOfBlock } from '../../../../shared/proposals/gap-of-block'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { useCatalogue } from '../../../parts/catalogue/use-catalogue'
import { KindIcon } from '../../../parts/material-kind/kind-icon'
import { kindNames } from '../../../parts/material-kind/material-words'
import { ProposalReasons } from '../../../parts/proposals/proposal-reasons'
import { useProposals } from '../../../parts/proposals/use-proposals'
import { MATERIAL_DRAG_TYPE } from '../drag-types'
import { messages } from './messages'

const SHOWN = 12

type SuggestionsDrawerProps = { talk: Talk; block: Block | null; markdown: string; onBringIn: (id: MaterialId, title: string) => void }

/** The materials of the library that fit the chosen block, with the reasons; Enter, a double click or dragging brings one in. */
export function SuggestionsDrawer({ talk, block, markdown, onBringIn }: SuggestionsDrawerProps) {
  const text = useText(messages)
  const kinds = useText(kindNames)
  const catalogue = useCatalogue()
  const [active, setActive] = useState(0)
  const gaps = useMemo(() => (block === null ? [] : [gapOfBlock(block, talk, catalogue)]), [block, talk, catalogue])
  const cited = useMemo(() => citedIn(markdown), [markdown])
  const proposals = useProposals({ title: talk.front.title, audience: talk.front.audience, language: talk.front.lang, gaps, cited, limit: SHOWN })?.[0] ?? []
  const current = Math.min(active, proposals.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const proposal = proposals[current]
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, proposals.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(proposals.length - 1)
    else if (event.key === 'Enter' && proposal) onBringIn(proposal.id, proposal.title)
    else return
    event.preventDefault()
  }

  if (block === null) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {text.noBlock}
      </Text>
    )
  }
  return (
    <div className="desk-drawer-body">
      <Text size="xs" c="dimmed" px="md" pb={4}>
        {text.hint(block.title || text.untitled)}
      </Text>
      <div
        role="listbox"
        aria-label={text.list}
        className="desk-hits"
        tabIndex={0}
        aria-activedescendant={proposals[current] ? `suggestion-${proposals[current].id}` : undefined}
        onKeyDown={onKeyDown}
      >
        {proposals.map((proposal, index) => (
          <div
            key={proposal.id}
            id={`suggestion-${proposal.id}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className="desk-hit"
            data-active={index === current || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(MATERIAL_DRAG_TYPE, JSON.stringify({ id: proposal.id, title: proposal.title }))
              event.dataTransfer.effectAllowed = 'copy'
            }}
            onClick={() => setActive(index)}
            onDoubleClick={() => onBringIn(proposal.id, proposal.title)}
          >
            <div className="desk-hit-text">
              <div className="desk-hit-title">{proposal.title}</div>
              <div className="desk-hit-facts">
                <KindIcon kind={proposal.kind} size={14} />
                <span>{kinds[proposal.kind]}</span>
              </div>
              <ProposalReasons proposal={proposal} />
            </div>
            <Tooltip label={text.bringIn}>
              {/* For the mouse; by keyboard Enter does the same, and an option may hold no button. */}
              <span className="desk-hit-bring" aria-hidden onClick={() => onBringIn(proposal.id, proposal.title)}>
                <IconArrowBarLeft size={18} />
              </span>
            </Tooltip>
          </div>
        ))}
      </div>
      {proposals.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {text.nothing}
        </Text>
      )}
    </div>
  )
}

/** The materials that a talk leads back to. */
const citedIn = (markdown: string): readonly MaterialId[] => [...new Set(Array.from(markdown.matchAll(/\bmaterial=["']?([0-9a-f-]{36})/gi), ([, id]) => MaterialId.safeParse(id?.toLowerCase())).flatMap(({ data }) => data ?? []))]
