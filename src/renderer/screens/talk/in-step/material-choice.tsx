import { Button, Group, Modal, Radio, ScrollArea, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { isUntouched, type BlockPartName } from '../../../../shared/in-step/take-material'
import type { BlockParts } from '../../../../shared/model/in-step'
import { diffText } from '../../../../shared/text-diff/diff-text'
import { useText } from '../../../i18n/language'
import { TextDiffView } from '../../../parts/text-diff/text-diff-view'
import styles from './in-step.module.css'
import { messages } from './messages'

type MaterialChoiceProps = {
  /** Of the material. */
  title: string
  own: BlockParts
  brought: BlockParts | null
  fresh: BlockParts
  parts: readonly BlockPartName[]
  onApply: (taken: readonly BlockPartName[]) => void
  onClose: () => void
}

/** One's own words and those of the changed material side by side, part by part. What was never touched is proposed to be exchanged, what was to stay. */
export function MaterialChoice({ title, own, brought, fresh, parts, onApply, onClose }: MaterialChoiceProps) {
  const text = useText(messages)
  const [taken, setTaken] = useState<ReadonlySet<BlockPartName>>(() => new Set(parts.filter((part) => isUntouched(part, own, brought))))
  const choose = (part: BlockPartName, isTaken: boolean) => setTaken((before) => new Set([...before].filter((one) => one !== part).concat(isTaken ? [part] : [])))
  return (
    <Modal opened onClose={onClose} title={text.chooseTitle(title)} size="xl" scrollAreaComponent={ScrollArea.Autosize}>
      <Stack>
        <Text size="sm" c="dimmed">
          {text.chooseHint}
        </Text>
        {parts.map((part) => {
          const difference = diffText(own[part], fresh[part])
          return (
            <Radio.Group key={part} label={text[part]} value={taken.has(part) ? 'fresh' : 'mine'} onChange={(value) => choose(part, value === 'fresh')}>
              <div className={styles.sides}>
                <Radio.Card value="mine" className={styles.side} aria-label={text.mine}>
                  <SideName name={isUntouched(part, own, brought) ? text.mineUntouched : text.mine} />
                  {own[part] === '' ? <Text c="dimmed">{text.empty}</Text> : <TextDiffView pieces={difference.filter(({ kind }) => kind !== 'added')} />}
                </Radio.Card>
                <Radio.Card value="fresh" className={styles.side} aria-label={text.fresh}>
                  <SideName name={text.fresh} />
                  {fresh[part] === '' ? <Text c="dimmed">{text.empty}</Text> : <TextDiffView pieces={difference.filter(({ kind }) => kind !== 'removed')} />}
                </Radio.Card>
              </div>
            </Radio.Group>
          )
        })}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button data-autofocus onClick={() => onApply(parts.filter((part) => taken.has(part)))}>
            {text.apply}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function SideName({ name }: { name: string }) {
  return (
    <Group gap="xs" mb={4}>
      <Radio.Indicator size="xs" />
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </Group>
  )
}
