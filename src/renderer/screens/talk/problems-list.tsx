import { Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Warning } from '../../../shared/outcome'
import { useLocalized, useText } from '../../i18n/language'
import { messages } from './messages'

/** A warning of reading or laying out the talk, and the block it concerns. */
export type Problem = { readonly warning: Warning; readonly block: string | null }

/** What should be looked at before the talk is given, each with the way to it. */
export function ProblemsList({ problems, onGo }: { problems: readonly Problem[]; onGo: (block: string) => void }) {
  const text = useText(messages)
  const localized = useLocalized()
  if (problems.length === 0) {
    return (
      <div className="desk-drawer-body problems-none">
        <IconCircleCheck size={20} stroke={1.6} aria-hidden />
        <Text size="sm">{text.noProblems}</Text>
      </div>
    )
  }
  return (
    <ul className="desk-drawer-body problems">
      {problems.map(({ warning, block }, index) => (
        <li key={`${warning.code} ${warning.place} ${index}`}>
          <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
          <div>
            <Text size="sm">{localized(warning.message)}</Text>
            {block !== null && (
              <Button variant="subtle" size="compact-xs" onClick={() => onGo(block)}>
                {text.goTo}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
