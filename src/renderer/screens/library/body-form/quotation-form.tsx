import { SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readQuotation, writeQuotation, type QuotationFields } from '../../../../shared/body-fields/quotation-fields'
import type { Source } from '../../../../shared/model/source'
import { useText } from '../../../i18n/language'
import type { BodyProps } from './body-form'
import { messages } from './messages'
import { useBodyFields } from './use-body-fields'

type Field = { readonly name: Exclude<keyof QuotationFields, 'text'>; readonly label: string; readonly placeholder?: string }

/** A document in the library, and the place in it that a material was taken from. */
export type Origin = { readonly source: Source; readonly locator: string }

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
      // Whose words they are the document in which they stand does not say for them.
      origin={null}
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

/** What of an attribution its document says for itself. */
const nameOf = ({ source: { issuer, title, number, date }, locator }: Origin): string => [`${issuer}《${title}》`, number, date, locator].filter((part) => part !== '').join(' · ')

/**
 * Where the material was taken from a document, a talk names that document and the place in it, and an attribution in the body would be a second one that nobody sees: it is
 * shown only where the body has one already.
 */
function Quotation({ body, onChange, origin = null, label, fields }: BodyProps & { readonly label: string; readonly fields: readonly Field[] }) {
  const text = useText(messages)
  const [told, change] = useBodyFields(body, readQuotation, writeQuotation, onChange)
  const [signed] = useState(() => origin === null || fields.some(({ name }) => told[name] !== ''))
  return (
    <Stack gap="sm">
      <Textarea label={label} autosize minRows={4} maxRows={14} maxLength={100_000} value={told.text} onChange={(event) => change({ ...told, text: event.currentTarget.value })} />
      {origin !== null && (
        <Text size="sm">
          {text.takenFrom(nameOf(origin))}
          <Text span inherit c="dimmed">
            {signed ? text.originWins : text.originElsewhere}
          </Text>
        </Text>
      )}
      {signed && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {fields.map(({ name, label: named, placeholder }) => (
            <TextInput key={name} label={named} placeholder={placeholder} maxLength={500} value={told[name]} onChange={(event) => change({ ...told, [name]: event.currentTarget.value })} />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  )
}
