import { Button, Group, Loader, Modal, SegmentedControl, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { compareTalks, type BlockChange } from '../../../../shared/block-alignment/compare-talks'
import type { TalkVersion } from '../../../../shared/model/talk-version'
import { useEngine } from '../../../app/engine'
import { useFormats, useText } from '../../../i18n/language'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import type { TalkSession } from '../talk-session'
import { BlockChangeView } from './block-change-view'
import { messages, reasonNames } from './messages'
import type { VersionDeeds } from './use-version-deeds'
import styles from './versions.module.css'

type VersionComparisonProps = { version: TalkVersion; session: TalkSession; deeds: VersionDeeds; onBringBack: (markdown: string) => void; onClose: () => void }

/** A version beside the talk as it stands now: block by block, and within a block in words. */
export function VersionComparison({ version, session, deeds, onBringBack, onClose }: VersionComparisonProps) {
  const text = useText(messages)
  const reasons = useText(reasonNames)
  const { dateTime } = useFormats()
  const engine = useEngine()
  const { data } = useQuery({ queryKey: ['talk-version', version.id], queryFn: ({ signal }) => engine.talkVersions.text({ id: version.id }, { signal }) })
  return (
    <Modal opened onClose={onClose} title={text.compared(`${version.name || reasons[version.reason]} ${dateTime(version.at)}`)} size="60rem">
      {data ? <Compared markdown={data.markdown} session={session} deeds={deeds} onBringBack={onBringBack} onClose={onClose} /> : <Loader />}
    </Modal>
  )
}

const hasChanged = (change: BlockChange): boolean => change.kind !== 'same' || change.moved

function Compared({ markdown, session, deeds, onBringBack, onClose }: Omit<VersionComparisonProps, 'version'> & { markdown: string }) {
  const text = useText(messages)
  const [shown, setShown] = useState<'changes' | 'all'>('changes')
  const [now, setNow] = useState(() => session.snapshot().text)
  const { front, sections, blocks } = useMemo(() => compareTalks(markdown, now), [markdown, now])
  const changes = blocks.filter(hasChanged)
  const counts = {
    changed: blocks.filter(({ kind }) => kind === 'changed').length,
    added: blocks.filter(({ kind }) => kind === 'added').length,
    removed: blocks.filter(({ kind }) => kind === 'removed').length,
    moved: blocks.filter((change) => 'moved' in change && change.moved).length,
  }
  const around = [
    [text.details, front],
    [text.sections, sections],
  ] as const
  const changedAround = around.filter(([, pieces]) => pieces.some(({ kind }) => kind !== 'same'))
  const summary = [...changedAround.map(([name]) => name), ...(['changed', 'added', 'removed', 'moved'] as const).filter((what) => counts[what] > 0).map((what) => text.counted(text.count[what], counts[what]))]
  return (
    <>
      <Group justify="space-between" mb="md">
        <Text size="sm" role="status">
          {summary.join(' · ') || text.nothing}
        </Text>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={text.which}
            value={shown}
            onChange={(value) => setShown(value === 'all' ? 'all' : 'changes')}
            data={[
              { value: 'changes', label: text.onlyChanges },
              { value: 'all', label: text.all },
            ]}
          />
          <Button
            size="compact-md"
            variant="light"
            leftSection={<IconHistory size={16} />}
            disabled={markdown === now}
            onClick={() => {
              onClose()
              void deeds.restore(markdown)
            }}
          >
            {text.restore}
          </Button>
        </Group>
      </Group>
      {changedAround.map(([name, pieces]) => (
        <section key={name} className={styles.change}>
          <Text size="xs" c="dimmed">
            {name}
          </Text>
          <TextDiffView pieces={pieces} />
        </section>
      ))}
      {(shown === 'all' ? blocks : changes).map((change) => (
        <BlockChangeView
          key={`${change.before?.key ?? ''} ${change.after?.key ?? ''}`}
          change={change}
          onBringBack={(block) => {
            onBringBack(block.text)
            deeds.tellBroughtBack(block.title || text.untitled)
            setNow(session.snapshot().text)
          }}
        />
      ))}
    </>
  )
}
