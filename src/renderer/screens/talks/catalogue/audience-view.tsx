import { Alert, Text, Title } from '@mantine/core'
import type { AudienceDefinition } from '../../../../shared/formats/talk-formats'
import { useLocalized, useText } from '../../../i18n/language'
import styles from './catalogue.module.css'
import { messages } from './messages'

/** A built-in audience, to be read. */
export function AudienceView({ audience }: { audience: AudienceDefinition }) {
  const text = useText(messages)
  const localized = useLocalized()
  const facts: readonly (readonly [string, string])[] = [
    [text.emphasis, localized(audience.emphasis)],
    [text.tone, localized(audience.tone)],
    [text.interaction, text.shareOf(Math.round(audience.interaction * 100))],
    [text.storyShare, text.shareOf(Math.round(audience.storyShare * 100))],
    [text.sentence, `${audience.sentence}${text.sentenceUnit}`],
  ]
  return (
    <div className={styles.editor}>
      <Title order={2} fz={18}>
        {localized(audience.name)}
      </Title>
      <Alert variant="light">{text.readOnly}</Alert>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text>{value}</Text>
        </div>
      ))}
    </div>
  )
}
