import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { hasMoreThanActivity } from '../../../../shared/body-fields/activity-fields'
import { hasMoreThanData } from '../../../../shared/body-fields/data-fields'
import { isWrittenAsOther } from '../../../../shared/body-fields/directive-in'
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
import { ClauseForm, QuoteForm, type Origin } from './quotation-form'

export type BodyProps = { readonly body: string; readonly onChange: (body: string) => void; /** What the material was taken from; null where nobody knows. */ readonly origin?: Origin | null }

type KindForm = { readonly Form: ComponentType<BodyProps>; /** The content directive that it writes; null where it writes none. */ readonly directive: string | null; /** Whether the body holds what the form does not show. */ readonly hasMore: (body: string) => boolean }

/** Kinds whose body has a shape of its own; theory, stories and notes are running text. */
const forms: Partial<Readonly<Record<MaterialKind, KindForm>>> = {
  policy: { Form: ClauseForm, directive: null, hasMore: hasMoreThanQuotation },
  quote: { Form: QuoteForm, directive: null, hasMore: hasMoreThanQuotation },
  case: { Form: CaseFields, directive: 'case', hasMore: () => false },
  data: { Form: DataForm, directive: 'chart', hasMore: hasMoreThanData },
  question: { Form: QuestionBodyForm, directive: 'question', hasMore: hasMoreThanQuestion },
  activity: { Form: ActivityForm, directive: 'activity', hasMore: hasMoreThanActivity },
  picture: { Form: PictureForm, directive: null, hasMore: hasMoreThanPicture },
}

/** The body of a material as the form of its kind, or as text: one can change between them at any time, because both write the same Markdown. */
export function BodyForm(props: BodyProps & { readonly kind: MaterialKind }) {
  // Each kind reads the body anew.
  return <BodyOfKind key={props.kind} {...props} />
}

function BodyOfKind({ kind, body, onChange, origin = null }: BodyProps & { readonly kind: MaterialKind }) {
  const text = useText(messages)
  const { body: label, bodyHint } = useText(words)
  const form = forms[kind]
  // After a change of kind the body may still be what it was before: a form of the new kind would take its marks for words.
  const isOther = form !== undefined && isWrittenAsOther(body, form.directive)
  const [asText, setAsText] = useState(isOther)
  return (
    <Stack gap="xs">
      {form && (
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          aria-label={text.writeAs}
          value={asText ? 'text' : 'form'}
          onChange={(way) => setAsText(way === 'text' || isOther)}
          data={[
            { value: 'form', label: text.form },
            { value: 'text', label: text.asText },
          ]}
        />
      )}
      {form && !asText ? (
        <>
          <form.Form body={body} onChange={onChange} origin={origin} />
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
          {isOther && (
            <Text size="xs" c="dimmed">
              {text.writtenAsOther}
            </Text>
          )}
          <RichMarkdownEditor label={label} value={body} onChange={onChange} placeholder={bodyHint} />
        </Stack>
      )}
    </Stack>
  )
}
