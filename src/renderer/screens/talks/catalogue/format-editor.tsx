import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { addBlock, addSection, changeBlock, changeSectionTitle, moveBlock, removeBlock, setBlockShare, withText, type FormatPlace } from '../../../../shared/formats/edit-format'
import type { FormatBlock, FormatDefinition } from '../../../../shared/formats/talk-formats'
import { useLanguage, useText } from '../../../i18n/language'
import styles from './catalogue.module.css'
import { FormatBlockDetails } from './format-block-details'
import { messages } from './messages'
import { ShareSlider } from './share-slider'

const inBoth = (words: string) => ({ 'zh-CN': words, en: words })

type FormatEditorProps = { format: FormatDefinition; onChange: (format: FormatDefinition) => void }

/** A format of the user's own, to be changed: every change is stored by itself and can be undone. */
export function FormatEditor({ format, onChange }: FormatEditorProps) {
  const text = useText(messages)
  const language = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const empty = format.name[language].trim() === ''

  return (
    <div className={styles.editor}>
      <TextInput
        label={text.name}
        value={format.name[language]}
        maxLength={60}
        error={empty ? text.nameNeeded : undefined}
        onChange={(event) => onChange({ ...format, name: withText(format.name, language, event.currentTarget.value) })}
      />
      <TextInput label={text.summary} value={format.summary[language]} maxLength={300} onChange={(event) => onChange({ ...format, summary: withText(format.summary, language, event.currentTarget.value) })} />
      <Text size="sm" c="dimmed">
        {text.shares}
      </Text>
      {format.sections.map((section, at) => (
        // Sections have no names of their own; none is moved as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={at} className={styles.section} aria-label={text.section(at + 1)}>
          <TextInput
            aria-label={text.sectionTitle(at + 1)}
            value={section.title[language]}
            maxLength={100}
            fw={600}
            onChange={(event) => onChange(changeSectionTitle(format, at, withText(section.title, language, event.currentTarget.value)))}
          />
          {section.blocks.map((block, index) => {
            const place = { section: at, block: index }
            const name = `${at}.${index}`
            return (
              <FormatBlockRow
                key={name}
                block={block}
                place={place}
                open={open === name}
                onToggle={() => setOpen(open === name ? null : name)}
                onTitle={(title) => onChange(changeBlock(format, place, { title: withText(block.title, language, title) }))}
                onShare={(share) => onChange(setBlockShare(format, place, share))}
                onMove={(step) => {
                  const moved = moveBlock(format, place, step)
                  onChange(moved.format)
                  if (open === name) setOpen(`${moved.place.section}.${moved.place.block}`)
                }}
                onRemove={() => {
                  setOpen(null)
                  onChange(removeBlock(format, place))
                }}
                onDetails={(changes) => onChange(changeBlock(format, place, changes))}
              />
            )
          })}
          <Group>
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => onChange(addBlock(format, at, inBoth(text.newBlock)))}>
              {text.addBlock}
            </Button>
          </Group>
        </section>
      ))}
      <Group>
        <Button variant="default" size="sm" leftSection={<IconPlus size={16} />} onClick={() => onChange(addSection(format, inBoth(text.newSection), inBoth(text.newBlock)))}>
          {text.addSection}
        </Button>
      </Group>
    </div>
  )
}

type FormatBlockRowProps = {
  block: FormatBlock
  place: FormatPlace
  open: boolean
  onToggle: () => void
  onTitle: (title: string) => void
  onShare: (share: number) => void
  onMove: (step: -1 | 1) => void
  onRemove: () => void
  onDetails: (changes: Partial<Omit<FormatBlock, 'share'>>) => void
}

function FormatBlockRow({ block, open, onToggle, onTitle, onShare, onMove, onRemove, onDetails }: FormatBlockRowProps) {
  const text = useText(messages)
  const language = useLanguage()
  const title = block.title[language]
  return (
    <div className={styles.block}>
      <div className={styles.blockLine}>
        <TextInput size="sm" aria-label={text.block} value={title} maxLength={100} onChange={(event) => onTitle(event.currentTarget.value)} />
        <ShareSlider label={text.share(title)} share={block.share} onShare={onShare} />
        <span className={styles.percent}>{text.shareOf(block.share)}</span>
        <Group gap={2} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={text.up(title)} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} stroke={1.6} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={text.down(title)} onClick={() => onMove(1)}>
            <IconArrowDown size={16} stroke={1.6} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={text.details(title)} aria-expanded={open} onClick={onToggle}>
            <IconChevronRight size={16} stroke={1.6} style={{ rotate: open ? '90deg' : '0deg' }} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={text.removeBlock(title)} onClick={onRemove}>
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </Group>
      </div>
      {open && <FormatBlockDetails block={block} onChange={onDetails} />}
    </div>
  )
}
