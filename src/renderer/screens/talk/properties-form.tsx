import { NumberInput, Select, Stack, TextInput } from '@mantine/core'
import type { FrontMatter } from '../../../shared/model/block'
import { useText } from '../../i18n/language'
import { useAudienceName } from '../../parts/audience/messages'
import { useCatalogue } from '../../parts/catalogue/use-catalogue'
import { useFormatName } from '../talks/format-names'
import { messages } from './messages'

type PropertiesFormProps = { front: FrontMatter; onChange: (key: keyof FrontMatter, value: string) => void }

const withOwn = (keys: readonly string[], own: string, name: (key: string) => string) => [...new Set([...keys, ...(own === '' ? [] : [own])])].map((key) => ({ value: key, label: name(key) }))

/** The front matter of a talk as a form; a format or an audience of the user's own stays choosable. */
export function PropertiesForm({ front, onChange }: PropertiesFormProps) {
  const text = useText(messages)
  const audienceName = useAudienceName()
  const formatName = useFormatName()
  const catalogue = useCatalogue()
  const field = (key: 'title' | 'subtitle' | 'occasion' | 'speaker') => (
    <TextInput label={text[key]} value={front[key]} maxLength={300} onChange={(event) => onChange(key, event.currentTarget.value)} />
  )
  return (
    <Stack className="desk-drawer-body" p="md" gap="sm">
      {field('title')}
      {field('subtitle')}
      {field('speaker')}
      {field('occasion')}
      <TextInput type="date" label={text.date} value={front.date} onChange={(event) => onChange('date', event.currentTarget.value)} />
      <NumberInput label={text.minutes} value={front.minutes ?? ''} min={1} max={600} onChange={(value) => onChange('minutes', String(value))} />
      <Select label={text.format} value={front.format || null} data={withOwn(catalogue.formats.map(({ key }) => key), front.format, formatName)} onChange={(value) => onChange('format', value ?? '')} clearable />
      <Select label={text.audience} value={front.audience || null} data={withOwn(catalogue.audiences.map(({ key }) => key), front.audience, audienceName)} onChange={(value) => onChange('audience', value ?? '')} clearable />
      <Select
        label={text.language}
        value={front.lang}
        allowDeselect={false}
        data={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(value) => value && onChange('lang', value)}
      />
    </Stack>
  )
}
