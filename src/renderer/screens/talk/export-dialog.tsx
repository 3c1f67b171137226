import { Alert, Button, Checkbox, Group, List, Modal, MultiSelect, Progress, Radio, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ExportedFile, ExportKind, ScriptPreset } from '../../../shared/contract/talks'
import type { TalkId } from '../../../shared/model/ids'
import type { Warning } from '../../../shared/outcome'
import { useEngine } from '../../app/engine'
import { useFailure } from '../../app/failure'
import { useLocalized, useText } from '../../i18n/language'
import { saveFile } from '../../parts/save-file/save-file'
import { useAudienceKeys, useAudienceName } from '../../parts/audience/messages'
import { messages } from './messages'

type ExportDialogProps = {
  talkId: TalkId
  opened: boolean
  /** What should be known before it begins; it never stands in the way. */
  outOfStep: ReactNode
  /** Writes what is not yet saved: the export reads the library. */
  onFlush: () => Promise<void>
  onClose: () => void
}

/** Chooses the files, makes them with progress and cancel, hands them over. */
export function ExportDialog({ opened, onClose, ...form }: ExportDialogProps) {
  const text = useText(messages)
  return (
    <Modal opened={opened} onClose={onClose} title={text.exportTitle} size="md">
      {opened && <ExportForm {...form} onClose={onClose} />}
    </Modal>
  )
}

type Finished = { files: readonly ExportedFile[]; warnings: readonly Warning[] }

const kinds = [
  { kind: 'slides', name: 'exportSlides', file: 'slidesFile' },
  { kind: 'script', name: 'exportScript', file: 'scriptFile' },
  { kind: 'handout', name: 'exportHandout', file: 'handoutFile' },
  { kind: 'quiz', name: 'exportQuiz', file: 'quizFile' },
  { kind: 'markdown', name: 'exportMarkdown', file: 'markdownFile' },
] as const satisfies readonly { kind: ExportKind; name: string; file: string }[]

const presets = [
  { preset: 'official', name: 'presetOfficial' },
  { preset: 'plain', name: 'presetPlain' },
  { preset: 'large-print', name: 'presetLargePrint' },
] as const satisfies readonly { preset: ScriptPreset; name: string }[]

function ExportForm({ talkId, outOfStep, onFlush, onClose }: Omit<ExportDialogProps, 'opened'>) {
  const text = useText(messages)
  const localized = useLocalized()
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const engine = useEngine()
  const fail = useFailure()
  const [chosen, setChosen] = useState<ExportKind[]>(['slides', 'script'])
  const [preset, setPreset] = useState<ScriptPreset>('official')
  const [audiences, setAudiences] = useState<readonly string[]>([])
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [finished, setFinished] = useState<Finished | null>(null)
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])

  const run = async () => {
    const stop = new AbortController()
    running.current = stop
    setFinished(null)
    const variants = audiences.length === 0 ? [''] : audiences
    const total = chosen.length * variants.length
    setProgress({ done: 0, total })
    try {
      await onFlush()
      const files: ExportedFile[] = []
      const warnings = new Map<string, Warning>()
      for (const [index, audience] of variants.entries()) {
        const events = await engine.talks.export({ id: talkId, kinds: chosen, preset, audience }, { signal: stop.signal })
        for await (const event of events) {
          if (event.type === 'progress') setProgress({ done: index * chosen.length + event.done, total })
          else {
            files.push(...event.files.map((file) => (variants.length === 1 ? file : { ...file, name: `${audienceName(audience)} ${file.name}` })))
            for (const warning of event.warnings) warnings.set(`${warning.code} ${warning.place}`, warning)
          }
        }
      }
      setFinished({ files, warnings: [...warnings.values()] })
    } catch (error) {
      if (!stop.signal.aborted) fail(error)
    } finally {
      running.current = null
      setProgress(null)
    }
  }

  if (progress) {
    return (
      <Stack>
        <Text aria-live="polite">{text.exporting(progress.done, progress.total)}</Text>
        <Progress value={(progress.done / progress.total) * 100} animated aria-label={text.exportTitle} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => running.current?.abort()}>
            {text.cancel}
          </Button>
        </Group>
      </Stack>
    )
  }

  if (finished) {
    return (
      <Stack>
        <Text fw={600} role="status">
          {text.exported(finished.files.length)}
        </Text>
        {finished.files.map(({ name, content }) => (
          <Button key={name} variant="default" justify="flex-start" leftSection={<IconDownload size={16} />} onClick={() => void saveFile(name, content).catch(fail)}>
            {text.saveFile(name)}
          </Button>
        ))}
        {finished.warnings.length > 0 && (
          <Alert title={text.exportNotes} color="yellow">
            <List size="sm">
              {finished.warnings.map((warning, index) => (
                <List.Item key={index}>{localized(warning.message)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
          <Button data-autofocus onClick={() => void Promise.all(finished.files.map(({ name, content }) => saveFile(name, content))).catch(fail)}>
            {text.saveAll}
          </Button>
        </Group>
      </Stack>
    )
  }

  return (
    <Stack>
      {outOfStep}
      <Checkbox.Group value={chosen} onChange={(value) => setChosen(kinds.map(({ kind }) => kind).filter((kind) => value.includes(kind)))}>
        <Stack gap="sm">
          {kinds.map(({ kind, name, file }) => (
            <Checkbox key={kind} value={kind} label={text[name]} description={text[file]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group label={text.preset} value={preset} onChange={(value) => setPreset(presets.find((one) => one.preset === value)?.preset ?? 'official')}>
        <Group mt={4}>
          {presets.map((one) => (
            <Radio key={one.preset} value={one.preset} label={text[one.name]} disabled={!chosen.includes('script')} />
          ))}
        </Group>
      </Radio.Group>
      <MultiSelect
        label={text.exportAudience}
        description={audiences.length > 1 ? text.exportEach : undefined}
        placeholder={audiences.length === 0 ? text.everyone : undefined}
        value={[...audiences]}
        onChange={setAudiences}
        data={audienceKeys.map((key) => ({ value: key, label: audienceName(key) }))}
        clearable
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button disabled={chosen.length === 0} onClick={() => void run()}>
          {text.export}
        </Button>
      </Group>
    </Stack>
  )
}
