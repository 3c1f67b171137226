import { Anchor, EmptyState, Text } from '@mantine/core'
import { IconClockCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../../app/engine'
import { addressOf } from '../../../app/router'
import { useFormats, useText } from '../../../i18n/language'
import { libraryKeys } from '../library-keys'
import { RoomHeader } from '../room-header'
import styles from '../room.module.css'
import { messages, reasonNames } from './messages'

/** What is out of date or soon will be: the talks that rest on it first, because they are what is told next. */
export function FreshnessScreen() {
  const text = useText(messages)
  const reasons = useText(reasonNames)
  const formats = useFormats()
  const engine = useEngine()
  const { data } = useQuery({ queryKey: libraryKeys.freshness, queryFn: ({ signal }) => engine.freshness.report(undefined, { signal }) })
  if (!data) return null
  const { talks, materials, materialCount, sources } = data
  return (
    <div className={styles.room}>
      <RoomHeader title={text.report} hint={text.reportHint} />
      {materialCount === 0 && sources.length === 0 && <EmptyState p="xl" icon={<IconClockCheck size={48} stroke={1.2} />} title={text.nothing} description={text.nothingHint} />}
      {talks.length > 0 && (
        <section>
          <h2 className={styles.subtitle}>{text.talks}</h2>
          <ul className={styles.list}>
            {talks.map((talk) => (
              <li key={talk.id} className={styles.line}>
                <Anchor className={styles.title} href={addressOf.talk(talk.id)}>
                  {talk.title}
                </Anchor>
                <Text span size="xs" c="dimmed">
                  {talk.materials.map(({ title }) => `《${title}》`).join('')}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {materials.length > 0 && (
        <section>
          <h2 className={styles.subtitle}>{text.materials}</h2>
          {materials.length < materialCount && (
            <Text size="xs" c="dimmed">
              {text.only(materials.length, formats.number(materialCount))}
            </Text>
          )}
          <ul className={styles.list}>
            {materials.map((material) => (
              <li key={material.id} className={styles.line}>
                <Anchor className={styles.title} href={addressOf.library(material.id)}>
                  {material.title}
                </Anchor>
                <Text span size="xs" c="dimmed">
                  {[...material.reasons.map((reason) => reasons[reason]), material.validUntil && text.until(material.validUntil)].filter(Boolean).join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h2 className={styles.subtitle}>{text.sources}</h2>
          <ul className={styles.list}>
            {sources.map(({ source, reasons: why, supersededByTitle, materials: count }) => (
              <li key={source.id} className={styles.line}>
                <span className={styles.title}>《{source.title}》</span>
                <Text span size="xs" c="dimmed">
                  {[supersededByTitle ? text.newer(supersededByTitle) : why.map((reason) => reasons[reason]).join(' · '), source.validUntil && text.until(source.validUntil), text.ofMaterials(count)].filter(Boolean).join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
