import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { readCase } from '../../../../shared/case-study/read-case'
import { writeCasePart } from '../../../../shared/case-study/write-case-part'
import { caseParts, type CasePart } from '../../../../shared/model/case-study'
import { useText } from '../../../i18n/language'
import { partHints, partNames } from './messages'

/**
 * A case in its four parts. The Markdown body is the only truth: each field writes its part into it and leaves every other byte alone.
 * @param body read once; the fields keep what is typed, blank lines at the ends included
 */
export function CaseFields({ body, onChange }: { body: string; onChange: (body: string) => void }) {
  const names = useText(partNames)
  const hints = useText(partHints)
  const [told, setTold] = useState<Record<CasePart, string>>(() => partsOf(body))
  return (
    <Stack gap="sm">
      {caseParts.map((part) => (
        <Textarea
          key={part}
          label={names[part]}
          placeholder={hints[part]}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={50_000}
          value={told[part]}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTold({ ...told, [part]: text })
            onChange(writeCasePart(body, part, text))
          }}
        />
      ))}
    </Stack>
  )
}

const partsOf = (body: string): Record<CasePart, string> => {
  const { parts } = readCase(body)
  const said = (part: CasePart) => parts.find((one) => one.part === part)?.body ?? ''
  return { background: said('background'), action: said('action'), result: said('result'), lesson: said('lesson') }
}
