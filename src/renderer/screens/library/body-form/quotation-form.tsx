import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { readQuotation, writeQuotation, type QuotationFields } from '../../../../shared/body-fields/quotation-fields'
import { useText } from '../../../i18n/language'
import type { BodyProps } from './body-form'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

type Field = { readonly name: Exclude<keyof QuotationFields, 'text'>; readonly label: string; readonly placeholder?: string }

/** A clause of a document: who issued it, under which number, when, and where in it the clause stands. */
export function ClauseForm(props: BodyProps) {
  const text = useText(messages)
  return (
    <Quotation
      {...props}
      label={text.clause}
      fields={[
        { name: 'author', label: text.issuer },
        { name: 'work', label: text.document },
        { name: 'number', label: text.number },
        { name: 'date', label: text.date, placeholder: text.dateHint },
        { name: 'place', label: text.clausePlace, placeholder: text.clausePlaceHint },
      ]}
    />
  )
}

/** Somebody's words: whose, in which work, and where in it. */
export function QuoteForm(props: BodyProps) {
  const text = useText(messages)
  return (
    <Quotation
      {...props}
      label={text.quotation}
      fields={[
        { name: 'author', label: text.author },
        { name: 'work', label: text.work },
        { name: 'date', label: text.date, placeholder: text.dateHint },
        { name: 'place', label: text.place },
      ]}
    />
  )
}

function Quotation({ body, onChange, label, fields }: BodyProps & { readonly label: string; readonly fields: readonly Field[] }) {
  const [told, change] = useBodyFields(body, readQuotation, writeQuotation, onChange)
  return (
    <Stack gap="sm">
      <Textarea label={label} autosize minRows={4} maxRows={14} maxLength={100_000} value={told.text} onChange={(event) => change({ ...told, text: event.currentTarget.value })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {fields.map(({ name, label: named, placeholder }) => (
          <TextInput key={name} label={named} placeholder={placeholder} maxLength={500} value={told[name]} onChange={(event) => change({ ...told, [name]: event.currentTarget.value })} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
