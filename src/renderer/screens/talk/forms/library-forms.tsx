import { NativeSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readAttribute, writeAttribute } from '../../../../shared/body-fields/directive-fields'
import { readFrame, writeFrame } from '../../../../shared/body-fields/picture-frame'
import { readPicture } from '../../../../shared/body-fields/picture-fields'
import { writeQuotation, readQuotation } from '../../../../shared/body-fields/quotation-fields'
import { AssetHash } from '../../../../shared/model/ids'
import { caseStages } from '../../../../shared/model/material'
import { useEngine } from '../../../app/engine'
import { keys } from '../../../app/queries'
import { useText } from '../../../i18n/language'
import { stageNames } from '../../../parts/material-kind/material-words'
import { PictureForm as PictureFields } from '../../library/body-form/picture-form'
import { QuoteForm as QuoteFields } from '../../library/body-form/quotation-form'
import { CaseFields } from '../../library/case-study/case-fields'
import type { BlockFormProps } from './block-form'
import { messages } from './messages'
import { PictureFrameField } from './picture-frame-field'

/** A case: whose, how far it has come, and its four parts. */
export function CaseForm({ body, onChange }: BlockFormProps) {
  const text = useText(messages)
  const stages = useText(stageNames)
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2}>
        <TextInput label={text.school} maxLength={200} value={readAttribute(body, 'case', 'school')} onChange={(event) => onChange(writeAttribute(body, 'case', 'school', event.currentTarget.value))} />
        <NativeSelect
          label={text.stage}
          value={readAttribute(body, 'case', 'stage')}
          data={[{ value: '', label: text.noStage }, ...caseStages.map((stage) => ({ value: stage, label: stages[stage] }))]}
          onChange={(event) => onChange(writeAttribute(body, 'case', 'stage', event.currentTarget.value))}
        />
      </SimpleGrid>
      <CaseFields body={body} onChange={onChange} />
    </Stack>
  )
}

/** Somebody's words; a source of the library fills in where they come from and is noted as cited. */
export function QuoteForm({ body, onChange, onCite }: BlockFormProps) {
  const text = useText(messages)
  const engine = useEngine()
  const { data: sources = [] } = useQuery({ queryKey: keys.sources, queryFn: ({ signal }) => engine.sources.list(undefined, { signal }) })
  const cite = (id: string | null) => {
    const source = sources.find((one) => one.id === id)
    if (!source) return
    const { text: words, place } = readQuotation(body)
    onCite(writeQuotation(body, { text: words, author: source.issuer, work: source.title.replace(/^《(.*)》$/, '$1'), number: source.number, date: source.date, place }), { source: source.title, at: place })
  }
  return (
    <Stack gap="sm">
      <QuoteFields body={body} onChange={onChange} />
      <Select
        label={text.cite}
        description={text.citeHint}
        searchable
        value={null}
        limit={50}
        nothingFoundMessage={text.noSource}
        data={sources.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={cite}
      />
    </Stack>
  )
}

/** A picture with its words, and what part of it is shown; of a film, of what stands for it. */
export function PictureForm({ body, onChange }: BlockFormProps) {
  const { src, alt } = readPicture(body)
  const frame = readFrame(body)
  const engine = useEngine()
  const hash = AssetHash.safeParse(src.replace(/^asset:/, '')).data
  // Content-addressed: what a hash names never changes.
  const { data: isPlayed } = useQuery({
    queryKey: ['assets', 'is-played', hash],
    enabled: hash !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }) => hash !== undefined && (await engine.assets.describe({ hashes: [hash] }, { signal })).some(({ media }) => media !== undefined),
  })
  const framed = isPlayed === true ? frame.poster : src
  const hasFrame = framed?.startsWith('asset:') === true
  return (
    <Stack gap="sm">
      {hasFrame && <PictureFrameField src={framed} alt={alt} frame={frame} onChange={(changed) => onChange(writeFrame(body, changed))} />}
      <PictureFields body={body} onChange={onChange} showPicture={!hasFrame} />
    </Stack>
  )
}

/** The list writes itself. */
export function ReferencesForm() {
  return <Text size="sm">{useText(messages).references}</Text>
}
