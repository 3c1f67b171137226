import { Anchor, Button, Paper, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import type { LongWork } from '../../../shared/contract/long-work'
import { useLocalized, useText } from '../../i18n/language'
import { messages as packMessages } from '../../screens/packs/messages'
import { usePackRun, type PackRunState } from '../../screens/packs/pack-run'
import { progressSentence } from '../../screens/packs/progress-sentence'
import { useEngine } from '../engine'
import { useFailure } from '../failure'
import { addressOf, useRoute } from '../router'
import styles from './long-work-panel.module.css'
import { longWorkMessages as messages } from './long-work-messages'
import { useLongWork } from './use-long-work'

/** What the engine is busy with beside everything else: how far it is, and a way to stop it. Stands above dialogs and takes the focus from nothing. */
export function LongWorkPanel() {
  const text = useText(messages)
  const works = useLongWork()
  const packs = usePackRun().state
  const { screen } = useRoute()
  const showsPacks = packs.at === 'work' && screen !== 'packs'
  if (works.length === 0 && !showsPacks) return null
  return (
    <section className={styles.panel} aria-label={text.region}>
      {showsPacks && <Packs state={packs} />}
      {works.map((work) => (
        <Work key={work.id} work={work} />
      ))}
    </section>
  )
}

function Work({ work: { id, title, done, total } }: { work: LongWork }) {
  const text = useText(messages)
  const localized = useLocalized()
  const engine = useEngine()
  const fail = useFailure()
  const [isStopping, setIsStopping] = useState(false)
  const stop = () => {
    setIsStopping(true)
    engine.longWork.stop({ id }).catch(fail)
  }
  return <Card name={localized(title)} far={total === 0 ? text.preparing : text.percent(done, total)} done={done} total={total} isStopping={isStopping} onStop={stop} />
}

/** A run of packs, whose own screen is not the one that is shown. */
function Packs({ state }: { state: Extract<PackRunState, { at: 'work' }> }) {
  const text = useText(packMessages)
  const { last, stop } = usePackRun()
  const { title, done, total, stopping } = state
  return <Card name={text.ofTalk(title)} href={addressOf.packs(last?.talkId)} far={progressSentence(text, state)} done={done} total={total} isStopping={stopping} onStop={stop} />
}

type CardProps = {
  readonly name: string
  /** Where all of it is seen. */
  readonly href?: string
  /** How far it is, in words. */
  readonly far: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  readonly isStopping: boolean
  readonly onStop: () => void
}

function Card({ name, href, far, done, total, isStopping, onStop }: CardProps) {
  const text = useText(messages)
  return (
    <Paper shadow="md" withBorder className={styles.work} data-tall={href !== undefined || undefined}>
      <Text size="sm" truncate title={name} role="status" className={styles.name}>
        {href === undefined ? name : <Anchor href={href}>{name}</Anchor>}
      </Text>
      <Text size="xs" c="dimmed" className={styles.share}>
        {far}
      </Text>
      <Progress className={styles.bar} size="sm" value={total === 0 ? 0 : (done / total) * 100} animated={total === 0} aria-label={name} />
      <Button size="compact-sm" variant="default" onClick={onStop} loading={isStopping} aria-label={text.stopName(name)} className={styles.stop}>
        {text.stop}
      </Button>
    </Paper>
  )
}
