import { ActionIcon, Button, Group, Select, Title, Tooltip } from '@mantine/core'
import { IconFileExport, IconUsersGroup } from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../parts/audience/messages'
import { ShowMenu, type ShowMode } from '../show/show-menu'
import { ClockBar } from './clock-bar'
import { messages } from './messages'
import type { TalkSession } from './talk-session'
import { UndoButtons } from './undo-buttons'
import { messages as variantMessages } from './variants/messages'

type DeskHeadProps = {
  readonly session: TalkSession
  readonly title: string
  /** Seconds that the talk takes as it is heard. */
  readonly planned: number
  /** Minutes it may take, null when open. */
  readonly allowed: number | null
  /** Whose version is looked at; empty for everything. */
  readonly audience: string
  readonly hasSlides: boolean
  readonly onAudience: (audience: string) => void
  readonly onVary: () => void
  readonly onShow: (mode: ShowMode) => void
  readonly onExport: () => void
}

/** What is true of the talk as a whole, and what is done with it as a whole. Plain values only, so that a key draws it only where it changes the clock. */
export const DeskHead = memo(function DeskHead({ session, title, planned, allowed, audience, hasSlides, onAudience, onVary, onShow, onExport }: DeskHeadProps) {
  const text = useText(messages)
  return (
    <header className="desk-head">
      <Title order={1} size="h3" className="desk-title">
        {title || text.untitled}
      </Title>
      <ClockBar planned={planned} allowed={allowed} />
      <HeadDeeds session={session} audience={audience} hasSlides={hasSlides} onAudience={onAudience} onVary={onVary} onShow={onShow} onExport={onExport} />
    </header>
  )
})

type HeadDeedsProps = Omit<DeskHeadProps, 'title' | 'planned' | 'allowed'>

const HeadDeeds = memo(function HeadDeeds({ session, audience, hasSlides, onAudience, onVary, onShow, onExport }: HeadDeedsProps) {
  const text = useText(messages)
  const variantsText = useText(variantMessages)
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  return (
    <Group gap="sm" wrap="nowrap">
      <UndoButtons session={session} />
      <Select
        className="desk-audience"
        aria-label={text.seenBy}
        value={audience}
        onChange={(value) => onAudience(value ?? '')}
        allowDeselect={false}
        data={[{ value: '', label: text.everyone }, ...audienceKeys.map((name) => ({ value: name, label: audienceName(name) }))]}
      />
      <Tooltip label={variantsText.open}>
        <ActionIcon variant="default" size={36} aria-label={variantsText.open} onClick={onVary}>
          <IconUsersGroup size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <ShowMenu disabled={!hasSlides} onShow={onShow} />
      <Button leftSection={<IconFileExport size={16} />} onClick={onExport}>
        {text.export}
      </Button>
    </Group>
  )
})
