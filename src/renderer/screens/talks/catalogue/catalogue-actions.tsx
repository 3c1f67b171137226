import { ActionIcon, Button, FileButton, Tooltip } from '@mantine/core'
import { IconCopy, IconFileExport, IconFileImport, IconTrash } from '@tabler/icons-react'
import { useText } from '../../../i18n/language'
import { messages } from './messages'

type CatalogueActionsProps = { onCopy: () => void; onExport: () => void; onImport: (file: File | null) => void; onRemove: (() => void) | null }

/** What can be done with the chosen format or audience; only one's own can be deleted. */
export function CatalogueActions({ onCopy, onExport, onImport, onRemove }: CatalogueActionsProps) {
  const text = useText(messages)
  return (
    <>
      {onRemove && (
        <Tooltip label={text.remove}>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.remove} onClick={onRemove}>
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={text.exportFile}>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.exportFile} onClick={onExport}>
          <IconFileExport size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <FileButton accept=".json,application/json" onChange={onImport}>
        {(props) => (
          <Button variant="default" leftSection={<IconFileImport size={16} />} {...props}>
            {text.importFile}
          </Button>
        )}
      </FileButton>
      <Button leftSection={<IconCopy size={16} />} onClick={onCopy}>
        {text.duplicate}
      </Button>
    </>
  )
}
