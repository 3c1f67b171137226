import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { withText } from '../../../../shared/formats/edit-format'
import { lanes, plannedContents, type FormatBlock } from '../../../../shared/formats/talk-formats'
import { materialKinds } from '../../../../shared/model/material'
import { useLanguage, useText } from '../../../i18n/language'
import { kindNames } from '../../../parts/material-kind/material-words'
import styles from './catalogue.module.css'
import { contentNames, messages } from './messages'
import { useLaneName } from './use-lane-name'

/** What belongs into a block of a format, and who usually speaks there. */
export function FormatBlockDetails({ block, onChange }: { block: FormatBlock; onChange: (changes: Partial<Omit<FormatBlock, 'share'>>) => void }) {
  const text = useText(messages)
  const language = useLanguage()
  const laneName = useLaneName()
  const contentWords = useText(contentNames)
  const kindWords = useText(kindNames)
  const nobody = { 'zh-CN': '', en: '' }
  return (
    <div className={styles.details}>
      <Select
        label={text.lane}
        value={block.lane}
        allowDeselect={false}
        data={lanes.map((lane) => ({ value: lane, label: laneName(lane) }))}
        onChange={(value) => onChange({ lane: lanes.find((lane) => lane === value) ?? block.lane })}
      />
      <Select
        label={text.content}
        value={block.content}
        allowDeselect={false}
        data={plannedContents.map((content) => ({ value: content, label: contentWords[content] }))}
        onChange={(value) => onChange({ content: plannedContents.find((content) => content === value) ?? block.content })}
      />
      <TextInput
        label={text.speaker}
        placeholder={text.speakerHint}
        maxLength={40}
        value={block.speaker?.[language] ?? ''}
        onChange={(event) => {
          const speaker = withText(block.speaker ?? nobody, language, event.currentTarget.value)
          onChange({ speaker: speaker['zh-CN'] === '' && speaker.en === '' ? undefined : speaker })
        }}
      />
      <MultiSelect
        className={styles.wide}
        label={text.materials}
        value={block.materials}
        data={materialKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        onChange={(chosen) => {
          // In the order in which they were chosen, the fittest first; the last one stays.
          const materials = chosen.flatMap((value) => materialKinds.find((kind) => kind === value) ?? [])
          if (materials.length > 0) onChange({ materials })
        }}
      />
      <Textarea
        className={styles.wide}
        label={text.guidance}
        value={block.guidance[language]}
        maxLength={300}
        autosize
        minRows={1}
        onChange={(event) => onChange({ guidance: withText(block.guidance, language, event.currentTarget.value) })}
      />
    </div>
  )
}
