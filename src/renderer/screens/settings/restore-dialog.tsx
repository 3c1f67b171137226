import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Backup, Restored } from '../../../shared/contract/keeping'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useFormats, useText } from '../../i18n/language'
import { keepingMessages as messages } from './keeping-messages'

/** What the library is restored from: a listed backup, or a file of the user's. */
export type RestoreFrom = { readonly backup: Backup } | { readonly file: File }

/** Says what a backup holds and that restoring can be undone; restores; then offers the way back. */
export function RestoreDialog({ from, onClose }: { from: RestoreFrom; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const client = useQueryClient()
  const fail = useFailure()
  const restore = useMutation({
    mutationFn: () => ('backup' in from ? engine.keeping.restore({ name: from.backup.name }) : engine.keeping.restoreFile({ content: from.file })),
    onSuccess: () => client.invalidateQueries(),
    onError: fail,
  })
  const goBack = useMutation({
    mutationFn: (kept: Backup) => engine.keeping.restore({ name: kept.name }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
    onError: fail,
  })
  const busy = restore.isPending || goBack.isPending
  const kept = restore.data?.kept ?? null
  return (
    <Modal opened onClose={() => busy || onClose()} title={restore.data ? text.restored : text.restoreTitle} closeOnClickOutside={false} withCloseButton={!busy}>
      <Stack>
        {restore.data ? <After restored={restore.data} /> : <Before from={from} />}
        <Group justify="flex-end">
          {restore.data ? (
            <>
              {kept && (
                <Button variant="default" loading={goBack.isPending} onClick={() => goBack.mutate(kept)}>
                  {text.undoRestore}
                </Button>
              )}
              <Button disabled={busy} onClick={onClose} data-autofocus>
                {text.close}
              </Button>
            </>
          ) : (
            <>
              <Button variant="default" disabled={busy} onClick={onClose} data-autofocus>
                {text.cancel}
              </Button>
              <Button loading={restore.isPending} onClick={() => restore.mutate()}>
                {text.restore}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Before({ from }: { from: RestoreFrom }) {
  const text = useText(messages)
  const { dateTime, bytes } = useFormats()
  return (
    <>
      {'backup' in from ? (
        <Text>
          {text.restoreFrom(dateTime(from.backup.madeAt), bytes(from.backup.bytes))}
          {from.backup.counts && ` ${text.itHolds(from.backup.counts.sources, from.backup.counts.materials, from.backup.counts.talks)}`}
        </Text>
      ) : (
        <Text>
          {text.restoreFromFile(from.file.name, bytes(from.file.size), dateTime(from.file.lastModified))} {text.checkedFirst}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {text.restoreUndoable}
      </Text>
    </>
  )
}

function After({ restored }: { restored: Restored }) {
  const text = useText(messages)
  const { counts, missingAssets } = restored
  return (
    <div role="status">
      <Text>{text.nowHolds(counts.sources, counts.materials, counts.talks)}</Text>
      {missingAssets > 0 && (
        <Alert color="yellow" mt="sm">
          {text.missingAssets(missingAssets)}
        </Alert>
      )}
    </div>
  )
}
