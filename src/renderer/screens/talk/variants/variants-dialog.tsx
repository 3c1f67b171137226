import { ActionIcon, Modal, Select, Text } from '@mantine/core'
import { IconEye, IconPencil } from '@tabler/icons-react'
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { parseTalk } from '../../../../shared/markdown/parse-talk'
import { timeTalk } from '../../../../shared/speech/time-talk'
import { audiencesIn, variantMatrix, type VariantCell, type VariantRow } from '../../../../shared/variants/variant-matrix'
import { giveBlock, leaveOutBlock, replaceBlock } from '../../../../shared/variants/vary-block'
import { useFailure } from '../../../app/failure'
import { useText } from '../../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../../parts/audience/messages'
import { duration } from '../duration'
import type { TalkSession } from '../talk-session'
import { messages } from './messages'
import './variants.css'

type VariantsDialogProps = {
  readonly session: TalkSession
  readonly opened: boolean
  /** Han characters a minute. */
  readonly pace: number
  readonly onClose: () => void
  /** Shows the slides of an audience. */
  readonly onPreview: (audience: string) => void
  /** Goes to a block, to write it. */
  readonly onGo: (block: string) => void
}

/** One talk, many audiences: what each of them gets, block by block. */
export function VariantsDialog({ opened, onClose, ...matrix }: VariantsDialogProps) {
  const text = useText(messages)
  return (
    <Modal opened={opened} onClose={onClose} title={text.title} size="min(72rem, 94vw)">
      {opened && <Matrix {...matrix} onClose={onClose} />}
    </Modal>
  )
}

function Matrix({ session, pace, onClose, onPreview, onGo }: Omit<VariantsDialogProps, 'opened'>) {
  const text = useText(messages)
  const fail = useFailure()
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const { text: markdown } = useSyncExternalStore(session.subscribe, session.snapshot)
  const [added, setAdded] = useState<readonly string[]>([])

  const talk = useMemo(() => parseTalk(markdown).value, [markdown])
  const audiences = useMemo(() => columnsOf(audiencesIn(talk), talk.front.audience, added, audienceKeys), [talk, added, audienceKeys])
  const { rows, variants } = useMemo(() => {
    const parsed = new Map<string, typeof talk>()
    const variant = (audience: string) => {
      const known = parsed.get(audience) ?? parseTalk(markdown, { audience }).value
      parsed.set(audience, known)
      return known
    }
    return { rows: variantMatrix(talk, audiences, variant), variants: audiences.map((audience) => ({ audience, seconds: timeTalk(variant(audience), pace).seconds })) }
  }, [talk, audiences, markdown, pace])

  const change = (row: VariantRow, audience: string, wanted: string) => {
    const edit = wanted === 'replaced' ? replaceBlock : wanted === 'left-out' ? leaveOutBlock : giveBlock
    try {
      session.edit(edit(session.snapshot().text, row.key, audience))
    } catch (error) {
      fail(error)
    }
  }
  const go = (block: string) => {
    onGo(block)
    onClose()
  }
  const others = audienceKeys.filter((audience) => !audiences.includes(audience))

  return (
    <div className="variants">
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      {rows.length === 0 && <Text>{text.empty}</Text>}
      <div className="variants-scroll" tabIndex={0} role="region" aria-label={text.title}>
        <table className="variants-table">
          <thead>
            <tr>
              <th scope="col">{text.block}</th>
              {variants.map(({ audience, seconds }, column) => (
                <th key={audience} scope="col">
                  <span className="variants-audience">
                    {audienceName(audience)}
                    <ActionIcon variant="subtle" size="sm" aria-label={text.preview(audienceName(audience))} onClick={() => {
                      onPreview(audience)
                      onClose()
                    }}>
                      <IconEye size={16} stroke={1.6} />
                    </ActionIcon>
                  </span>
                  <span className="variants-note" data-over={(talk.front.minutes !== null && seconds > talk.front.minutes * 60) || undefined}>
                    {talk.front.minutes === null ? text.time(duration(seconds)) : text.of(duration(seconds), duration(talk.front.minutes * 60))}
                  </span>
                  <span className="variants-note">{text.differs(rows.filter(({ own, cells }) => differs(own, cells[column])).length)}</span>
                </th>
              ))}
            </tr>
          </thead>
          {talk.sections.map((section, index) => (
            <tbody key={index}>
              {rows.some((row) => row.section === index) && (
                <tr className="variants-section">
                  <th scope="rowgroup" colSpan={audiences.length + 1}>
                    {section.title || text.opener}
                  </th>
                </tr>
              )}
              {rows
                .filter((row) => row.section === index)
                .map((row) => (
                  <tr key={row.key}>
                    <th scope="row">
                      <button type="button" className="variants-block" onClick={() => go(row.key)}>
                        {row.title || text.noTitle}
                      </button>
                    </th>
                    {audiences.map((audience, column) => (
                      <td key={audience}>
                        <CellChoice row={row} cell={row.cells[column] ?? { state: 'left-out', key: null }} name={text.cell(row.title || text.noTitle, audienceName(audience))} onChange={(wanted) => change(row, audience, wanted)}>
                          {row.cells[column]?.state === 'replaced' && (
                            <ActionIcon variant="subtle" size="sm" aria-label={text.write(audienceName(audience))} onClick={() => go(row.cells[column]?.key ?? row.key)}>
                              <IconPencil size={16} stroke={1.6} />
                            </ActionIcon>
                          )}
                        </CellChoice>
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </div>
      {others.length > 0 && (
        <Select
          className="variants-add"
          placeholder={text.addAudience}
          aria-label={text.addAudience}
          value={null}
          onChange={(audience) => audience !== null && setAdded([...added, audience])}
          data={others.map((audience) => ({ value: audience, label: audienceName(audience) }))}
          comboboxProps={{ position: 'top-start' }}
        />
      )}
    </div>
  )
}

/** A native choice: hundreds of them stay quick, and every keyboard knows them. */
function CellChoice({ row, cell, name, onChange, children }: { row: VariantRow; cell: VariantCell; name: string; onChange: (wanted: string) => void; children: ReactNode }) {
  const text = useText(messages)
  const given = cell.state === 'changed' ? { value: 'changed', label: text.changed } : { value: 'shared', label: row.own ? text.given : text.shared }
  const choices = row.own ? [given, { value: 'left-out', label: text.leftOut }] : [given, { value: 'replaced', label: text.replaced }, { value: 'left-out', label: text.leftOut }]
  return (
    <span className="variants-cell" data-state={row.own && cell.state === 'shared' ? 'replaced' : cell.state}>
      <select aria-label={name} value={cell.state} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {children}
    </span>
  )
}

/** Whether a column goes its own way here: it lacks or changes what is shared, or has what others lack. */
const differs = (own: boolean, cell: VariantCell | undefined): boolean => cell !== undefined && (own ? cell.state !== 'left-out' : cell.state !== 'shared')

const FEWEST_COLUMNS = 4

/** Those that the talk names, its own first; where it names few, those that there are fill up. */
const columnsOf = (named: readonly string[], own: string, added: readonly string[], known: readonly string[]): string[] => {
  const asked = [...new Set([...(own === '' ? [] : [own]), ...named, ...added])]
  return [...new Set([...asked, ...known])].slice(0, Math.max(asked.length, FEWEST_COLUMNS))
}
