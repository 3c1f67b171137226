import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { hasMoreThanActivity } from '../../../../shared/body-fields/activity-fields'
import { hasMoreThanData } from '../../../../shared/body-fields/data-fields'
import { hasMoreThanPicture } from '../../../../shared/body-fields/picture-fields'
import { hasMoreThanQuestion } from '../../../../shared/body-fields/question-fields'
import { hasMoreThanQuotation } from '../../../../shared/body-fields/quotation-fields'
import type { MaterialKind } from '../../../../shared/model/material'
import { useText } from '../../../i18n/language'
import { RichMarkdownEditor } from '../../../parts/markdown-editor/rich-markdown-editor'
import { CaseFields } from '../case-study/case-fields'
import { messages as words } from '../messages'
import { ActivityForm } from './activity-form'
import { DataForm } from './data-form'
import { messages } from './messages'
import { PictureForm } from './picture-form'
import { QuestionBodyForm } from './question-body-form'
import { ClauseForm, QuoteForm } from './quotation-form'

export type BodyProps = { readonly body: string; readonly onChange: (body: string) => void }

type KindForm = { readonly Form: ComponentType<BodyProps>; /** Whether the body holds what the form does not show. */ readonly hasMore: (body: string) => boolean }

/** Kinds whose body has a shape of its own; theory, stories and notes are running text. */
const forms: Partial<Readonly<Record<MaterialKind, KindForm>>> = {
  policy: { Form: ClauseForm, hasMore: hasMoreThanQuotation },
  quote: { Form: QuoteForm, hasMore: hasMoreThanQuotation },
  case: { Form: CaseFields, hasMore: () => false },
  data: { Form: DataForm, hasMore: hasMoreThanData },
  question: { Form: QuestionBodyForm, hasMore: hasMoreThanQuestion },
  activity: { Form: ActivityForm, hasMore: hasMoreThanActivity },
  picture: { Form: PictureForm, hasMore: hasMoreThanPicture },
}

/** The body of a material as the form of its kind, or as text: one can change between them at any time, because both write the same Markdown. */
export function BodyForm({ kind, body, onChange }: BodyProps & { readonly kind: MaterialKind }) {
  const text = useText(messages)
  const { body: label, bodyHint } = useText(words)
  const [asText, setAsText] = useState(false)
  const form = forms[kind]
  return (
    <Stack gap="xs">
      {form && (
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          aria-label={text.writeAs}
          value={asText ? 'text' : 'form'}
          onChange={(way) => setAsText(way === 'text')}
          data={[
            { value: 'form', label: text.form },
            { value: 'text', label: text.asText },
          ]}
        />
      )}
      {form && !asText ? (
        <>
          {/* Each kind reads the body anew. */}
          <form.Form key={kind} body={body} onChange={onChange} />
          {form.hasMore(body) && (
            <Text size="xs" c="dimmed">
              {text.moreThanForm}
            </Text>
          )}
        </>
      ) : (
        <Stack gap={4}>
          {!form && (
            <Text size="sm" fw={500} aria-hidden>
              {label}
            </Text>
          )}
          <RichMarkdownEditor label={label} value={body} onChange={onChange} placeholder={bodyHint} />
        </Stack>
      )}
    </Stack>
  )
}
