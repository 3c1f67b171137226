import { emptyQuestion, readQuestion, writeQuestion } from '../../../../shared/body-fields/question-fields'
import { QuestionForm } from '../../../parts/question-form/question-form'
import type { BodyProps } from './body-form'
import { useBodyFields } from './use-body-fields'

const read = (body: string) => (body.trim() === '' ? emptyQuestion : readQuestion(body))

export function QuestionBodyForm({ body, onChange }: BodyProps) {
  const [question, change] = useBodyFields(body, read, writeQuestion, onChange)
  return <QuestionForm value={question} onChange={change} />
}
