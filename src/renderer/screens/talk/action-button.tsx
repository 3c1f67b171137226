import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'

type ActionButtonProps = { label: string; keys: string; icon: Icon; disabled: boolean; onClick: () => void }

/** A button of one sign whose tip names it and its keys. */
export function ActionButton({ label, keys, icon: Sign, disabled, onClick }: ActionButtonProps) {
  return (
    <Tooltip label={`${label}（${keys}）`}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} disabled={disabled} onClick={onClick}>
        <Sign size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
