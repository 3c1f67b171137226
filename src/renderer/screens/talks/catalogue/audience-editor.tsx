import { NumberInput, Text, Textarea, TextInput } from '@mantine/core'
import { withText } from '../../../../shared/formats/edit-format'
import type { AudienceDefinition } from '../../../../shared/formats/talk-formats'
import { useLanguage, useText } from '../../../i18n/language'
import styles from './catalogue.module.css'
import { messages } from './messages'
import { ShareSlider } from './share-slider'

const percent = (part: number) => Math.round(part * 100)

type AudienceEditorProps = { audience: AudienceDefinition; onChange: (audience: AudienceDefinition) => void }

/** An audience of the user's own, to be changed. */
export function AudienceEditor({ audience, onChange }: AudienceEditorProps) {
  const text = useText(messages)
  const language = useLanguage()
  return (
    <div className={styles.editor}>
      <TextInput
        label={text.name}
        value={audience.name[language]}
        maxLength={60}
        error={audience.name[language].trim() === '' ? text.nameNeeded : undefined}
        onChange={(event) => onChange({ ...audience, name: withText(audience.name, language, event.currentTarget.value) })}
      />
      <Textarea label={text.emphasis} autosize minRows={1} maxLength={300} value={audience.emphasis[language]} onChange={(event) => onChange({ ...audience, emphasis: withText(audience.emphasis, language, event.currentTarget.value) })} />
      <Textarea label={text.tone} autosize minRows={1} maxLength={300} value={audience.tone[language]} onChange={(event) => onChange({ ...audience, tone: withText(audience.tone, language, event.currentTarget.value) })} />
      <div>
        <Text size="sm" fw={500}>
          {text.interaction} {text.shareOf(percent(audience.interaction))}
        </Text>
        <ShareSlider label={text.interaction} share={percent(audience.interaction)} min={0} max={80} onShare={(share) => onChange({ ...audience, interaction: share / 100 })} />
      </div>
      <div>
        <Text size="sm" fw={500}>
          {text.storyShare} {text.shareOf(percent(audience.storyShare))}
        </Text>
        <ShareSlider label={text.storyShare} share={percent(audience.storyShare)} min={0} max={90} onShare={(share) => onChange({ ...audience, storyShare: share / 100 })} />
      </div>
      <NumberInput
        label={text.sentence}
        suffix={text.sentenceUnit}
        maw={360}
        min={8}
        max={80}
        clampBehavior="blur"
        allowDecimal={false}
        value={audience.sentence}
        onChange={(value) => typeof value === 'number' && value >= 8 && value <= 80 && onChange({ ...audience, sentence: value })}
      />
    </div>
  )
}
