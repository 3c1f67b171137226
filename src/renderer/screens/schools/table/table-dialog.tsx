import { Alert, Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFolder, IconTable } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useEngine } from '../../../app/engine'
import { failureOf, useFailure } from '../../../app/failure'
import { useLocalized, useText } from '../../../i18n/language'
import { tableMessages } from './messages'
import { TablePreview } from './table-preview'
import { useSchoolTable } from './use-school-table'

const PICTURE = /\.(?:png|jpe?g|svg|webp|gif|bmp)$/i

/** From a file to schools: choose a table and its logos, see what would change, import it as one deed. */
export function TableDialog({ onClose }: { onClose: () => void }) {
  const text = useText(tableMessages)
  const engine = useEngine()
  const fail = useFailure()
  const localized = useLocalized()
  const client = useQueryClient()
  const { state, read, again, done } = useSchoolTable()
  const [logos, setLogos] = useState<readonly File[]>([])
  const take = useMutation({
    mutationFn: (tableId: string) => engine.schoolTables.import({ tableId }),
    onError: fail,
    onSuccess: async ({ added, changed }) => {
      done()
      await client.invalidateQueries()
      notifications.show({ message: text.imported(added, changed) })
      onClose()
    },
  })
  const count = state.step === 'read' ? state.preview.added + state.preview.changed : 0
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" closeOnClickOutside={false}>
      <Stack>
        {state.step === 'failed' && <Alert color="red">{localized(failureOf(state.failure).message)}</Alert>}
        {(state.step === 'choosing' || state.step === 'failed') && (
          <>
            <Text size="sm">{text.explain}</Text>
            <LogoFolder logos={logos} onLogos={setLogos} />
          </>
        )}
        {state.step === 'reading' && (
          <>
            <Progress value={state.total === 0 ? 0 : (100 * state.done) / state.total} animated aria-label={text.reading} />
            <Text size="sm" role="status">
              {state.total === 0 ? text.reading : text.progress(state.done, state.total)}
            </Text>
          </>
        )}
        {state.step === 'read' && <TablePreview preview={state.preview} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={state.step === 'reading' ? again : onClose}>
            {state.step === 'read' && count === 0 ? text.close : text.cancel}
          </Button>
          {state.step === 'read' && (
            <Button variant="default" onClick={again}>
              {text.other}
            </Button>
          )}
          {(state.step === 'choosing' || state.step === 'failed') && (
            <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onChange={(file) => file && void read(file, logos)}>
              {(props) => (
                <Button leftSection={<IconTable size={16} />} data-autofocus {...props}>
                  {text.chooseTable}
                </Button>
              )}
            </FileButton>
          )}
          {state.step === 'read' && count > 0 && (
            <Button loading={take.isPending} onClick={() => take.mutate(state.tableId)} data-autofocus>
              {text.import(count)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function LogoFolder({ logos, onLogos }: { logos: readonly File[]; onLogos: (files: readonly File[]) => void }) {
  const text = useText(tableMessages)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Group gap="sm">
      <Button variant="default" leftSection={<IconFolder size={16} />} onClick={() => input.current?.click()}>
        {text.chooseLogos}
      </Button>
      <input
        ref={(element) => {
          input.current = element
          // React does not know this attribute; with it the whole folder is chosen.
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        multiple
        hidden
        aria-label={text.chooseLogos}
        onChange={(event) => onLogos([...(event.currentTarget.files ?? [])].filter((file) => PICTURE.test(file.name)))}
      />
      <Text size="xs" c="dimmed">
        {logos.length > 0 ? text.logosChosen(logos.length) : text.logosHint}
      </Text>
    </Group>
  )
}
