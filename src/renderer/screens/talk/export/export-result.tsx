import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ExportedFile } from '../../../../shared/contract/talks'
import { useFailure } from '../../../app/failure'
import { useAppState } from '../../../app/queries'
import { useFormats, useText } from '../../../i18n/language'
import { saveFile } from '../../../parts/save-file/save-file'
import { messages } from './messages'

type ExportResultProps = { readonly files: readonly ExportedFile[]; readonly onAgain: () => void; readonly onClose: () => void }

/** The files that were made, their sizes, and the way to the user's disk. */
export function ExportResult({ files, onAgain, onClose }: ExportResultProps) {
  const text = useText(messages)
  const formats = useFormats()
  const fail = useFailure()
  const { data: state } = useAppState()
  const size = files.reduce((sum, { content }) => sum + content.size, 0)
  return (
    <Stack>
      <Text fw={600} role="status">
        {files.length === 0 ? text.none : text.done(files.length, formats.bytes(size))}
      </Text>
      {files.map(({ name, content }) => (
        <Button key={name} variant="default" fullWidth classNames={{ label: 'export-file' }} leftSection={<IconDownload size={16} />} onClick={() => void saveFile(name, content).catch(fail)}>
          {text.save(name)}
          <Text span size="xs" c="dimmed">
            {formats.bytes(content.size)}
          </Text>
        </Button>
      ))}
      {files.length > 0 && (
        <Text size="xs" c="dimmed">
          {state?.runtime.host === 'utility-process' ? text.toAsked : text.toDownloads}
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onAgain}>
          {text.back}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text.close}
        </Button>
        {files.length > 0 && (
          <Button data-autofocus onClick={() => void Promise.all(files.map(({ name, content }) => saveFile(name, content))).catch(fail)}>
            {text.saveAll}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
