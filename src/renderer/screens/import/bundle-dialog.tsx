import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BundleContents, BundleRecord, MergeReport } from '../../../shared/contract/leaving'
import { useEngine } from '../../app/engine'
import { failureOf, useFailure } from '../../app/failure'
import { useFormats, useLocalized, useText } from '../../i18n/language'
import { useVirtualRows } from '../../parts/virtual-rows/use-virtual-rows'
import styles from './bundle-dialog.module.css'
import { bundleMessages as messages } from './bundle-messages'

/** What a `.lectern` bundle holds and how it stands to the library; merging adds what is new and keeps both where they differ. */
export function BundleDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const fail = useFailure()
  const { contents, failure } = useOpenBundle(file)
  const stopMerging = useRef<AbortController | null>(null)
  const merge = useMutation({
    mutationFn: (bundleId: string) => {
      stopMerging.current = new AbortController()
      return engine.leaving.merge({ bundleId }, { signal: stopMerging.current.signal })
    },
    onError: fail,
  })
  const close = () => {
    // What is being taken in is taken in whole or not at all; the bundle stays open for another try.
    if (merge.isPending) return stopMerging.current?.abort()
    if (contents && !merge.isSuccess) engine.leaving.discard({ bundleId: contents.bundleId }).catch(fail)
    onClose()
  }
  const take = (bundleId: string) =>
    merge.mutate(bundleId, {
      onSuccess: (report) => {
        if (report.keptBoth.length > 0) return
        notifications.show({ message: text.merged(report.added) })
        onClose()
      },
    })
  const nothingNew = contents !== null && contents.standing.new + contents.standing.newer + contents.standing.older + contents.pins.new === 0
  return (
    <Modal opened onClose={close} title={text.title(file.name)} size="lg" closeOnClickOutside={false}>
      <Stack>
        {merge.data ? <Merged report={merge.data} /> : <Opening contents={contents} failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {merge.data || failure || nothingNew ? text.close : text.cancel}
          </Button>
          {contents && !merge.data && !nothingNew && (
            <Button loading={merge.isPending} onClick={() => take(contents.bundleId)} data-autofocus>
              {text.merge}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

/** Lets the engine read the bundle once; nothing in the library changes by it. */
function useOpenBundle(file: File) {
  const engine = useEngine()
  const [opened, setOpened] = useState<{ contents: BundleContents | null; failure: unknown }>({ contents: null, failure: null })
  useEffect(() => {
    const stop = new AbortController()
    engine.leaving.open({ content: file }, { signal: stop.signal }).then(
      (contents) => setOpened({ contents, failure: null }),
      (failure: unknown) => {
        if (!stop.signal.aborted) setOpened({ contents: null, failure })
      },
    )
    return () => stop.abort()
  }, [engine, file])
  return opened
}

function Opening({ contents, failure }: { contents: BundleContents | null; failure: unknown }) {
  const text = useText(messages)
  const localized = useLocalized()
  const { number } = useFormats()
  if (failure) return <Alert color="red">{localized(failureOf(failure).message)}</Alert>
  if (!contents) {
    return (
      <Group gap="sm" role="status">
        <Loader size="sm" /> {text.opening}
      </Group>
    )
  }
  const { counts, standing, pins } = contents
  const { schools = 0, collections = 0, searches = 0 } = counts
  const differing = standing.newer + standing.older
  return (
    <>
      <Text>
        {text.holds(counts.sources, counts.materials, counts.talks, counts.assets)}
        {schools + collections + searches > 0 && ` ${text.besides(schools, collections, searches)}`}
        {contents.ours && ` ${text.ours}`}
      </Text>
      <dl className={styles.standing}>
        {(['new', 'identical', 'newer', 'older'] as const)
          .filter((kind) => standing[kind] > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{number(standing[kind])}</dt>
              <dd>{text.standings[kind]}</dd>
            </div>
          ))}
      </dl>
      {differing > 0 && <Text size="sm">{text.conflicts(differing)}</Text>}
      {pins.new > 0 && <Text size="sm">{text.pinsNew(pins.new)}</Text>}
      {pins.differing > 0 && <Text size="sm">{text.pinsDiffering(pins.differing)}</Text>}
      <Records records={contents.records} label={text.records} />
      {standing.new + differing + pins.new > 0 && (
        <Text size="sm" c="dimmed">
          {text.undoable}
        </Text>
      )}
    </>
  )
}

function Merged({ report }: { report: MergeReport }) {
  const text = useText(messages)
  return (
    <>
      <Alert>{text.merged(report.added)}</Alert>
      <Text size="sm">{text.keptBoth(report.keptBoth.length)}</Text>
      <Records records={report.keptBoth} label={text.keptBothList} />
    </>
  )
}

const ROW = 32

/** Records with what each is and how it stands; those that differ come first, as the engine orders them. */
function Records({ records, label }: { records: readonly BundleRecord[]; label: string }) {
  const text = useText(messages)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualRows({ count: records.length, scroller, height: () => ROW, keyOf: (row) => records[row]?.id ?? row })
  return (
    <div ref={scroller} className={styles.records} tabIndex={0} role="region" aria-label={label}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const record = records[row.index]
          return (
            record && (
              <li key={row.key} style={{ height: ROW, transform: `translateY(${row.start}px)` }} data-standing={record.standing}>
                <small>{text.types[record.type]}</small>
                <span title={record.title}>{record.title}</span>
                <small>{text.standings[record.standing]}</small>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}
