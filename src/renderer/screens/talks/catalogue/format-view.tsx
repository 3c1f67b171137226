import { Alert, Text, Title } from '@mantine/core'
import type { FormatDefinition } from '../../../../shared/formats/talk-formats'
import { useLocalized, useText } from '../../../i18n/language'
import { kindNames } from '../../../parts/material-kind/material-words'
import styles from './catalogue.module.css'
import { messages } from './messages'
import { useLaneName } from './use-lane-name'

/** A built-in format, to be read. */
export function FormatView({ format }: { format: FormatDefinition }) {
  const text = useText(messages)
  const laneName = useLaneName()
  const kinds = useText(kindNames)
  const localized = useLocalized()
  return (
    <div className={styles.editor}>
      <Title order={2} fz={18}>
        {localized(format.name)}
      </Title>
      <Text>{localized(format.summary)}</Text>
      <Alert variant="light">{text.readOnly}</Alert>
      {format.sections.map((section) => (
        <section key={section.title.en} className={styles.section}>
          <Title order={3} fz={16}>
            {localized(section.title)}
          </Title>
          {section.blocks.map((block) => (
            <div key={block.title.en} className={`${styles.block} ${styles.viewLine}`}>
              <span>{localized(block.title)}</span>
              <Text size="sm" c="dimmed">
                {[laneName(block.lane), block.speaker && localized(block.speaker)].filter(Boolean).join(' · ')}
              </Text>
              <Text size="sm" c="dimmed">
                {block.materials.map((kind) => kinds[kind]).join(localized({ 'zh-CN': '、', en: ', ' }))}
              </Text>
              <span className={styles.percent}>{text.shareOf(block.share)}</span>
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
