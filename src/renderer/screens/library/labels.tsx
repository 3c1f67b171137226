import { Stack, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { MaterialDraft } from '../../../shared/model/material'
import { useEngine } from '../../app/engine'
import { keys } from '../../app/queries'
import { useText } from '../../i18n/language'
import { useAudienceKeys, useAudienceName } from '../../parts/audience/messages'
import { messages } from './messages'

type LabelsOfMaterial = Pick<MaterialDraft, 'topics' | 'audiences' | 'tags'>

/** Topics, audiences and tags of one material, each offering those already in use. */
export function Labels({ labels, onChange }: { labels: LabelsOfMaterial; onChange: (changes: Partial<LabelsOfMaterial>) => void }) {
  const text = useText(messages)
  const engine = useEngine()
  const audienceName = useAudienceName()
  const audienceKeys = useAudienceKeys()
  const known = useQuery({ queryKey: keys.labels, queryFn: ({ signal }) => engine.materials.labels(undefined, { signal }) }).data

  // Built-in audiences are stored as keys and shown as words, in the field as in the list.
  const shown = (audience: string) => audienceName(audience)
  const stored = (name: string) => audienceKeys.find((key) => audienceName(key) === name) ?? name
  const audiences = [...new Set([...audienceKeys, ...(known?.audiences ?? []).map(({ label }) => label)])]

  const common = { placeholder: text.addLabel, size: 'sm', splitChars: [',', '，', '、'] }
  return (
    <Stack gap="sm">
      <TagsInput {...common} label={text.topics} value={[...labels.topics]} data={(known?.topics ?? []).map(({ label }) => label)} onChange={(topics) => onChange({ topics })} />
      <TagsInput {...common} label={text.audiences} value={labels.audiences.map(shown)} data={audiences.map(shown)} onChange={(names) => onChange({ audiences: names.map(stored) })} />
      <TagsInput {...common} label={text.tags} value={[...labels.tags]} data={(known?.tags ?? []).map(({ label }) => label)} onChange={(tags) => onChange({ tags })} />
    </Stack>
  )
}
