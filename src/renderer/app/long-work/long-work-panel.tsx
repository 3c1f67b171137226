import { Button, Paper, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import type { LongWork } from '../../../shared/contract/long-work'
import { useLocalized, useText } from '../../i18n/language'
import { useEngine } from '../engine'
import { useFailure } from '../failure'
import styles from './long-work-panel.module.css'
import { longWorkMessages as messages } from './long-work-messages'
import { useLongWork } from './use-long-work'

/** What the engine is busy with beside everything else: how far it is, and a way to stop it. Stands above dialogs and takes the focus from nothing. */
export function LongWorkPanel() {
  const text = useText(messages)
  const works = useLongWork()
  if (works.length === 0) return null
  return (
    <section className={styles.panel} aria-label={text.region}>
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
  const name = localized(title)
  const stop = () => {
    setIsStopping(true)
    engine.longWork.stop({ id }).catch(fail)
  }
  return (
    <Paper shadow="md" withBorder className={styles.work}>
      <Text size="sm" truncate title={name} role="status">
        {name}
      </Text>
      <Text size="xs" c="dimmed" className={styles.share}>
        {total === 0 ? text.preparing : text.percent(done, total)}
      </Text>
      <Progress className={styles.bar} size="sm" value={total === 0 ? 0 : (done / total) * 100} animated={total === 0} aria-label={name} />
      <Button size="compact-sm" variant="default" onClick={stop} loading={isStopping} aria-label={text.stopName(name)} className={styles.stop}>
        {text.stop}
      </Button>
    </Paper>
  )
}
