import { Alert, Button, Group, Loader, Modal, Progress, Stack, Text } from '@mantine/core'
import type { Backup, BackupContents, Restored } from '../../../shared/contract/keeping'
import { openingSentence } from '../../../shared/opening-sentence'
import { useEngine } from '../../app/engine'
import { failureOf, useFailure } from '../../app/failure'
import { useFormats, useLocalized, useText } from '../../i18n/language'
import { keepingMessages as messages } from './keeping-messages'
import { useBackupContents, type OpenedBackup } from './use-backup-contents'
import { useRestore, type RestoreProgress } from './use-restore'

/** What the library is restored from: a listed backup, or a file of the user's. */
export type RestoreFrom = { readonly backup: Backup } | { readonly file: File }

/** Says what a backup holds and that restoring can be undone; restores; then offers the way back. */
export function RestoreDialog({ from, onClose }: { from: RestoreFrom; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const opened = useBackupContents(from)
  const { progress, restored, start, cancel } = useRestore()
  const goingBack = useRestore()
  const source: { name: string } | { backupId: string } | null = 'backup' in from ? { name: from.backup.name } : opened && 'contents' in opened ? { backupId: opened.contents.backupId } : null
  const kept = restored?.kept ?? null
  const close = () => {
    if (progress || goingBack.progress) return
    if (source && 'backupId' in source && !restored) engine.keeping.discard(source).catch(fail)
    onClose()
  }
  return (
    <Modal opened onClose={close} title={restored ? text.restored : text.restoreTitle} closeOnClickOutside={false} withCloseButton={!progress && !goingBack.progress}>
      <Stack>
        {restored ? <After restored={restored} /> : <Before from={from} opened={opened} />}
        {(progress ?? goingBack.progress) && <Restoring {...(progress ?? goingBack.progress ?? { done: 0, total: 0 })} />}
        <Group justify="flex-end">
          {restored ? (
            <>
              {kept && (
                <Button variant="default" loading={goingBack.progress !== null} onClick={() => goingBack.start({ name: kept.name }, onClose)}>
                  {text.undoRestore}
                </Button>
              )}
              <Button disabled={goingBack.progress !== null} onClick={close} data-autofocus>
                {text.close}
              </Button>
            </>
          ) : (
            <>
              <Button variant="default" onClick={progress ? cancel : close} data-autofocus>
                {progress ? text.stopRestore : text.cancel}
              </Button>
              <Button loading={progress !== null} disabled={source === null} onClick={() => source && start(source)}>
                {text.restore}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

function Before({ from, opened }: { from: RestoreFrom; opened: OpenedBackup }) {
  const text = useText(messages)
  const localized = useLocalized()
  const { dateTime, bytes } = useFormats()
  if (opened && 'failure' in opened) return <Alert color="red">{localized(failureOf(opened.failure).message)}</Alert>
  return (
    <>
      {'backup' in from ? (
        <Text>
          {text.restoreFrom(dateTime(from.backup.madeAt), bytes(from.backup.bytes))}
          {from.backup.counts && ` ${text.itHolds(from.backup.counts.sources, from.backup.counts.materials, from.backup.counts.talks)}`}
          {from.backup.madeBy !== undefined && ` ${text.madeBy(from.backup.madeBy)}`}
        </Text>
      ) : opened ? (
        <Contents file={from.file} contents={opened.contents} />
      ) : (
        <Group gap="sm" role="status">
          <Loader size="sm" /> {text.looking(from.file.name)}
        </Group>
      )}
      {'file' in from && (
        <Text size="sm" c="dimmed">
          {text.checkedFirst}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {text.restoreUndoable}
      </Text>
    </>
  )
}

/** What the user's file says that it holds, before anything changes. */
function Contents({ file, contents: { counts, assets, bytes: size, madeAt, madeBy, ours } }: { file: File; contents: BackupContents }) {
  const text = useText(messages)
  const { dateTime, bytes } = useFormats()
  return (
    <>
      <Text>{text.restoreFromFile(file.name, bytes(size))}</Text>
      <Text>{text.itHoldsAll(counts.sources, counts.materials, counts.talks, assets)}</Text>
      <Text>{madeAt === undefined ? text.savedAt(dateTime(file.lastModified)) : text.backedUpAt(dateTime(madeAt))}</Text>
      {madeBy !== undefined && <Text>{text.madeBy(madeBy)}</Text>}
      {!ours && <Alert variant="light">{text.notOurs}</Alert>}
    </>
  )
}

function Restoring({ done, total, doing }: RestoreProgress) {
  const text = useText(messages)
  const localized = useLocalized()
  const sentence = doing === undefined ? `${text.restoring} ${text.percent(done, total)}` : localized(openingSentence({ doing, done, total }))
  return (
    <div>
      <Progress value={total === 0 ? 0 : (done / total) * 100} animated aria-label={text.restoring} />
      <Text size="sm" role="status" mt={4}>
        {sentence}
      </Text>
    </div>
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
