import { Button, UnstyledButton } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useFormats, useText } from '../../i18n/language'
import styles from './library.module.css'
import { messages } from './messages'

/** Options shown before the rest is folded away. */
const SHORT = 8

type FilterGroupProps<Value extends string> = {
  name: string
  options: readonly { readonly value: Value; readonly name: string; readonly count: number; readonly icon?: ReactNode }[]
  chosen: readonly Value[]
  onToggle: (value: Value) => void
}

/** One group of filters as switches with counts. What nothing carries is not offered, unless it is what was chosen. */
export function FilterGroup<Value extends string>({ name, options, chosen, onToggle }: FilterGroupProps<Value>) {
  const text = useText(messages)
  const formats = useFormats()
  const [isWhole, setWhole] = useState(false)
  const id = useId()
  const offered = options.filter(({ count, value }) => count > 0 || chosen.includes(value))
  if (offered.length === 0) return null
  const shown = isWhole ? offered : offered.filter(({ value }, place) => place < SHORT || chosen.includes(value))
  const folded = offered.length - shown.length

  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.groupName}>
        {name}
      </div>
      {shown.map(({ value, name: optionName, count, icon }) => (
        <UnstyledButton key={value} className={styles.option} aria-pressed={chosen.includes(value)} onClick={() => onToggle(value)}>
          {icon}
          <span className={styles.optionName} title={optionName}>
            {optionName}
          </span>
          <span className={styles.count}>{formats.number(count)}</span>
        </UnstyledButton>
      ))}
      {(folded > 0 || isWhole) && offered.length > SHORT && (
        <Button size="compact-xs" variant="subtle" color="gray" ml="sm" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? text.fewer : text.more(folded)}
        </Button>
      )}
    </div>
  )
}
