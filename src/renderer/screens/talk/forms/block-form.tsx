import { Text } from '@mantine/core'
import { useLayoutEffect, useRef, type ComponentType, type KeyboardEvent } from 'react'
import { hasMoreThanDirective } from '../../../../shared/body-fields/directive-fields'
import { hasMoreThanData } from '../../../../shared/body-fields/data-fields'
import { hasMoreThanRows } from '../../../../shared/body-fields/point-rows'
import { hasMoreThanQuestion } from '../../../../shared/body-fields/question-fields'
import { hasMoreThanQuotation } from '../../../../shared/body-fields/quotation-fields'
import type { BlockKind } from '../../../../shared/model/block'
import { isComposing } from '../../../app/typing'
import { useText } from '../../../i18n/language'
import { DataForm } from '../../library/body-form/data-form'
import { QuestionBodyForm } from '../../library/body-form/question-body-form'
import styles from './forms.module.css'
import { CaseForm, PictureForm, QuoteForm, ReferencesForm } from './library-forms'
import { messages } from './messages'
import { ActivityForm, AgendaForm, ClosingForm, ColumnsForm, DiscussionForm, LocalCaseForm, PointsForm } from './points-forms'
import { TimelineForm } from './timeline-form'

export type BlockFormProps = {
  readonly body: string
  readonly onChange: (body: string) => void
  /** Changes what is shown and notes what it rests on, in one step. */
  readonly onCite: (body: string, citation: { readonly source: string; readonly at: string }) => void
}

type KindForm = { readonly Form: ComponentType<BlockFormProps>; /** Whether the block holds what the form does not show. */ readonly hasMore: (body: string) => boolean }

const within = (name: string) => (body: string) => hasMoreThanDirective(body, name)
const never = () => false

const forms: Readonly<Record<BlockKind, KindForm>> = {
  points: { Form: PointsForm, hasMore: hasMoreThanRows },
  quote: { Form: QuoteForm, hasMore: hasMoreThanQuotation },
  table: { Form: DataForm, hasMore: hasMoreThanData },
  chart: { Form: DataForm, hasMore: hasMoreThanData },
  picture: { Form: PictureForm, hasMore: never },
  case: { Form: CaseForm, hasMore: within('case') },
  'two-columns': { Form: ColumnsForm, hasMore: within('two-columns') },
  timeline: { Form: TimelineForm, hasMore: within('timeline') },
  question: { Form: QuestionBodyForm, hasMore: hasMoreThanQuestion },
  discussion: { Form: DiscussionForm, hasMore: within('discussion') },
  activity: { Form: ActivityForm, hasMore: within('activity') },
  'local-case': { Form: LocalCaseForm, hasMore: within('local-case') },
  agenda: { Form: AgendaForm, hasMore: within('agenda') },
  closing: { Form: ClosingForm, hasMore: within('closing') },
  references: { Form: ReferencesForm, hasMore: within('references') },
}

type Props = BlockFormProps & {
  readonly kind: BlockKind
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** See SessionSnapshot.step: at each the form reads the body anew. */
  readonly step: number
}

const FIELDS = 'input, textarea, select, button, [tabindex="0"]'

/** What a block shows, as the form of its kind. It writes the same Markdown as the text editor beside it, and leaves alone what it does not know. */
export function BlockForm({ kind, step, onUndo, onRedo, ...props }: Props) {
  const text = useText(messages)
  const { Form, hasMore } = forms[kind]
  const host = useRef<HTMLDivElement>(null)
  /** Where the cursor was before an undo made the fields anew. */
  const field = useRef(-1)
  useLayoutEffect(() => {
    if (field.current >= 0) host.current?.querySelectorAll<HTMLElement>(FIELDS)[field.current]?.focus()
    field.current = -1
  })

  // Undo belongs to the whole talk: a field's own would bring back what another editor has changed since.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.ctrlKey || event.metaKey)) return
    const letter = event.key.toLowerCase()
    const redo = letter === 'y' || (letter === 'z' && event.shiftKey)
    if (!redo && letter !== 'z') return
    event.preventDefault()
    event.stopPropagation()
    field.current = [...(host.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])].indexOf(event.target as HTMLElement)
    if (redo) onRedo()
    else onUndo()
  }
  return (
    <div ref={host} className={styles.form} onKeyDownCapture={onKeyDownCapture}>
      <Form key={`${kind} ${step}`} {...props} />
      {hasMore(props.body) && (
        <Text size="xs" c="dimmed" mt="sm">
          {text.moreThanForm}
        </Text>
      )}
    </div>
  )
}
